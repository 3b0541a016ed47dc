using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SampleBlocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sample_blocks",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    samples = table.Column<int>(type: "INTEGER", nullable: false),
                    data = table.Column<byte[]>(type: "BLOB", nullable: false),
                    voided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sample_blocks", x => new { x.person_id, x.id, x.change_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_sample_blocks_person_id_change_id",
                table: "sample_blocks",
                columns: new[] { "person_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "IX_sample_blocks_person_id_id",
                table: "sample_blocks",
                columns: new[] { "person_id", "id" },
                unique: true,
                filter: "voided_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sample_blocks_person_id_measure_month",
                table: "sample_blocks",
                columns: new[] { "person_id", "measure", "month" });

            migrationBuilder.CreateIndex(
                name: "IX_sample_blocks_person_id_voided_by_id",
                table: "sample_blocks",
                columns: new[] { "person_id", "voided_by_id" },
                filter: "voided_by_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sample_blocks");
        }
    }
}
