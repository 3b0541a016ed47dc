using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Inomya.Journals.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SleepAndCalm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "practice_ratings",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intake_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    before = table.Column<double>(type: "double precision", nullable: true),
                    after = table.Column<double>(type: "double precision", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_ratings", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "sleep_habits",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sleep_habits", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "sleep_nights",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    into_bed = table.Column<LocalTime>(type: "time", nullable: true),
                    lights_out = table.Column<LocalTime>(type: "time", nullable: true),
                    minutes_to_sleep = table.Column<int>(type: "integer", nullable: true),
                    minutes_awake = table.Column<int>(type: "integer", nullable: true),
                    final_waking = table.Column<LocalTime>(type: "time", nullable: true),
                    out_of_bed = table.Column<LocalTime>(type: "time", nullable: true),
                    nap_minutes = table.Column<int>(type: "integer", nullable: true),
                    caffeine_after_noon = table.Column<bool>(type: "boolean", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sleep_nights", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "sleep_windows",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    bed = table.Column<LocalTime>(type: "time", nullable: false),
                    rise = table.Column<LocalTime>(type: "time", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    nights = table.Column<int>(type: "integer", nullable: false),
                    of_nights = table.Column<int>(type: "integer", nullable: false),
                    efficiency = table.Column<double>(type: "double precision", nullable: true),
                    minutes_asleep = table.Column<double>(type: "double precision", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sleep_windows", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_practice_ratings_person_id_change_id",
                table: "practice_ratings",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_practice_ratings_person_id_id",
                table: "practice_ratings",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_practice_ratings_person_id_voided_by_id",
                table: "practice_ratings",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sleep_habits_person_id_change_id",
                table: "sleep_habits",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_sleep_habits_person_id_id",
                table: "sleep_habits",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sleep_habits_person_id_voided_by_id",
                table: "sleep_habits",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sleep_nights_person_id_change_id",
                table: "sleep_nights",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_sleep_nights_person_id_id",
                table: "sleep_nights",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sleep_nights_person_id_voided_by_id",
                table: "sleep_nights",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sleep_windows_person_id_change_id",
                table: "sleep_windows",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_sleep_windows_person_id_id",
                table: "sleep_windows",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sleep_windows_person_id_voided_by_id",
                table: "sleep_windows",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "practice_ratings");

            migrationBuilder.DropTable(
                name: "sleep_habits");

            migrationBuilder.DropTable(
                name: "sleep_nights");

            migrationBuilder.DropTable(
                name: "sleep_windows");
        }
    }
}
