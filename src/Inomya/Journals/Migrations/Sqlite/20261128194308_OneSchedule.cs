using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneSchedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // how much and when, said in two places until now, moves into the one that stays
            migrationBuilder.Sql(
                """
                UPDATE courses SET schedule = json_patch(coalesce(schedule, '{}'), json_object(
                  'dose', dose,
                  'unit', dose_unit,
                  'asNeeded', json(CASE WHEN as_needed THEN 'true' ELSE 'false' END),
                  'timesPerDay', CASE WHEN as_needed OR json_array_length(coalesce(schedule, '{}'), '$.times') > 0 THEN NULL ELSE times_per_day END,
                  'mostPerDay', coalesce(json_extract(schedule, '$.mostPerDay'), CASE WHEN as_needed THEN CAST(max(times_per_day, 1) AS INTEGER) END)));
                """
            );
            migrationBuilder.DropColumn(
                name: "as_needed",
                table: "courses");

            migrationBuilder.DropColumn(
                name: "dose",
                table: "courses");

            migrationBuilder.DropColumn(
                name: "dose_unit",
                table: "courses");

            migrationBuilder.DropColumn(
                name: "times_per_day",
                table: "courses");

            migrationBuilder.AlterColumn<string>(
                name: "schedule",
                table: "courses",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("A journal is never taken back to an older version.");
    }
}
