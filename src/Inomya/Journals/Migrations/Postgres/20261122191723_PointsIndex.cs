using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PointsIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_entries_points",
                table: "entries",
                columns: new[] { "person_id", "measure", "region", "scale_low", "scale_top", "day", "value" },
                filter: "voided_by_id IS NULL AND value IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_entries_points",
                table: "entries");
        }
    }
}
