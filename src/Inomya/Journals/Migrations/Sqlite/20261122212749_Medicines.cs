using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form",
                table: "courses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "route",
                table: "courses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "schedule",
                table: "courses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "allergies",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    reaction = table.Column<string>(type: "TEXT", nullable: true),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allergies", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "stock_counts",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    treatment_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    units = table.Column<double>(type: "REAL", nullable: false),
                    per_dose = table.Column<double>(type: "REAL", nullable: false),
                    lead_days = table.Column<int>(type: "INTEGER", nullable: false),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
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
