using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Inomya.Journals.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Assessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "costs",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    hours = table.Column<double>(type: "double precision", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_costs", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "examinations",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    side = table.Column<string>(type: "text", nullable: true),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_examinations", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "history_items",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<string>(type: "text", nullable: true),
                    until = table.Column<string>(type: "text", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_items", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "lab_results",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    test = table.Column<string>(type: "text", nullable: false),
                    loinc = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    comparator = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    range_low = table.Column<double>(type: "double precision", nullable: true),
                    range_high = table.Column<double>(type: "double precision", nullable: true),
                    lab = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lab_results", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "own_forms",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    canonical = table.Column<string>(type: "text", nullable: true),
                    json = table.Column<string>(type: "text", nullable: false),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_forms", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "responses",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    completed = table.Column<bool>(type: "boolean", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    scores = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_costs_person_id_change_id",
                table: "costs",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_costs_person_id_day",
                table: "costs",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_costs_person_id_id",
                table: "costs",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_costs_person_id_voided_by_id",
                table: "costs",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_examinations_person_id_change_id",
                table: "examinations",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_examinations_person_id_id",
                table: "examinations",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_examinations_person_id_voided_by_id",
                table: "examinations",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_history_items_person_id_change_id",
                table: "history_items",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_history_items_person_id_id",
                table: "history_items",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_history_items_person_id_voided_by_id",
                table: "history_items",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_lab_results_person_id_change_id",
                table: "lab_results",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lab_results_person_id_day",
                table: "lab_results",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_lab_results_person_id_id",
                table: "lab_results",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_lab_results_person_id_voided_by_id",
                table: "lab_results",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_own_forms_person_id_change_id",
                table: "own_forms",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_own_forms_person_id_id",
                table: "own_forms",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_own_forms_person_id_voided_by_id",
                table: "own_forms",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_responses_person_id_change_id",
                table: "responses",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_responses_person_id_id",
                table: "responses",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_responses_person_id_instrument_day",
                table: "responses",
                columns: new[] { "person_id", "instrument", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_responses_person_id_voided_by_id",
                table: "responses",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "costs");

            migrationBuilder.DropTable(
                name: "examinations");

            migrationBuilder.DropTable(
                name: "history_items");

            migrationBuilder.DropTable(
                name: "lab_results");

            migrationBuilder.DropTable(
                name: "own_forms");

            migrationBuilder.DropTable(
                name: "responses");
        }
    }
}
