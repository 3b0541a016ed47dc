using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Inomya.Journals.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Medicines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "slot",
                table: "intakes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form",
                table: "courses",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "route",
                table: "courses",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "schedule",
                table: "courses",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "allergies",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    reaction = table.Column<string>(type: "text", nullable: true),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allergies", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "stock_counts",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    treatment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<LocalDate>(type: "date", nullable: false),
                    units = table.Column<double>(type: "double precision", nullable: false),
                    per_dose = table.Column<double>(type: "double precision", nullable: false),
                    lead_days = table.Column<int>(type: "integer", nullable: false),
                    voided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_counts", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_allergies_person_id_change_id",
                table: "allergies",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_allergies_person_id_id",
                table: "allergies",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_allergies_person_id_voided_by_id",
                table: "allergies",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_stock_counts_person_id_change_id",
                table: "stock_counts",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_stock_counts_person_id_id",
                table: "stock_counts",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_stock_counts_person_id_voided_by_id",
                table: "stock_counts",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allergies");

            migrationBuilder.DropTable(
                name: "stock_counts");

            migrationBuilder.DropColumn(
                name: "slot",
                table: "intakes");

            migrationBuilder.DropColumn(
                name: "form",
                table: "courses");

            migrationBuilder.DropColumn(
                name: "route",
                table: "courses");

            migrationBuilder.DropColumn(
                name: "schedule",
                table: "courses");
        }
    }
}
