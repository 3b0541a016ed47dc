using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Audits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audits",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    area = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audits", x => new { x.person_id, x.id });
                });

            // what was noted of access is added, and goes only with the whole person
            foreach (
                var (name, when) in (
                    (string, string)[]
                )
                    [
                        ("update", "BEFORE UPDATE ON audits"),
                        (
                            "insert",
                            "BEFORE INSERT ON audits WHEN EXISTS (SELECT 1 FROM audits WHERE person_id = NEW.person_id AND id = NEW.id)"
                        ),
                        ("delete", "BEFORE DELETE ON audits WHEN EXISTS (SELECT 1 FROM people WHERE id = OLD.person_id)"),
                    ]
            )
                migrationBuilder.Sql(
                    $"CREATE TRIGGER audits_{name} {when} BEGIN SELECT RAISE(ABORT, 'what was noted of access is kept'); END;"
                );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audits");
        }
    }
}
