using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inomya.Journals.Migrations.Postgres
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
                UPDATE courses SET schedule = (coalesce(schedule, '{}')::jsonb || jsonb_strip_nulls(jsonb_build_object(
                  'dose', dose,
                  'unit', dose_unit,
                  'asNeeded', as_needed,
                  'timesPerDay', CASE WHEN as_needed OR jsonb_array_length(coalesce(schedule, '{}')::jsonb -> 'times') > 0 THEN NULL ELSE times_per_day END,
                  'mostPerDay', coalesce((schedule::jsonb ->> 'mostPerDay')::int, CASE WHEN as_needed AND times_per_day IS NOT NULL THEN greatest(floor(times_per_day), 1)::int END))))::text;
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
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("A journal is never taken back to an older version.");
    }
}
