using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Migrations.Sqlite
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
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<decimal>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    hours = table.Column<double>(type: "REAL", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_costs", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "examinations",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: true),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_examinations", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "history_items",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<string>(type: "TEXT", nullable: true),
                    until = table.Column<string>(type: "TEXT", nullable: true),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history_items", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "lab_results",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    test = table.Column<string>(type: "TEXT", nullable: false),
                    loinc = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    comparator = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    range_low = table.Column<double>(type: "REAL", nullable: true),
                    range_high = table.Column<double>(type: "REAL", nullable: true),
                    lab = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lab_results", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "own_forms",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    canonical = table.Column<string>(type: "TEXT", nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_forms", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "responses",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    completed = table.Column<bool>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    scores = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
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
