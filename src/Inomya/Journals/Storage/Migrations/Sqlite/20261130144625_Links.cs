using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "link_files",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    link_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    locked = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_files", x => new { x.person_id, x.link_id });
                });

            migrationBuilder.CreateTable(
                name: "link_views",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    link_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_views", x => new { x.person_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "shared_links",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    holds = table.Column<string>(type: "TEXT", nullable: false),
                    areas = table.Column<string>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    passcode = table.Column<string>(type: "TEXT", nullable: true),
                    tries_left = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_links", x => new { x.person_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_link_views_person_id_at",
                table: "link_views",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_links_person_id_address",
                table: "shared_links",
                columns: new[] { "person_id", "address" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_files");

            migrationBuilder.DropTable(
                name: "link_views");

            migrationBuilder.DropTable(
                name: "shared_links");
        }
    }
}
