#!/usr/bin/env python3
"""The hard benchmark in one table: persons with what the standard one leaves out, overlapping courses judged together among it.

  python3 bench/hard.py FOLDER [--seeds 1-25] [--null 40] [--scenarios all] [--keep WORK]

FOLDER holds gen_hard.py (makes persons whose truth is known) and score_hard.py (scores predictions beside their truth); they are not part of
this project, numpy is theirs. Ours is run as anyone runs it: `inomya analyze --batch`. An overlap person is one table whose roles name
every course; what is said of each course is then scored as a person of its own. With --keep the predictions stay, and a folder that
holds them already is only scored.
"""
import argparse, csv, json, os, subprocess, sys, tempfile


def overlap(gen, base, seed, out):
    """One table with all courses in its roles, and a truth a course."""
    dates, people, kept = gen.person("overlap", seed, True)
    stem, days = os.path.join(out, f"overlap-{seed}"), kept["n"]
    columns = {name: values for name, values in kept["cols"].items() if name != "treatment"}
    with open(stem + ".csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["date", *columns])
        rows.writerows([dates[i].isoformat(), *(base.fmt(v[i]) for v in columns.values())] for i in range(days))
    day = lambda i: dates[i].isoformat()
    courses = [dict(name=f"t{j}", to=day(end - 1) if end < days else None, **{"from": day(start)}) for j, (start, end, *_) in enumerate(kept["courses"])]
    write(stem + ".roles.json", {**people[0][3], "treatment": None, "courses": courses, "forecast_from": day(int(days * 0.7))})
    for tag, _, _, _, truth in people:
        write(f"{stem}{tag}.truth.json", truth)


def write(path, value):
    with open(path, "w") as file:
        json.dump(value, file)


def split(folder):
    """A prediction with courses becomes one prediction a course, each as if it were the one treatment asked about."""
    for name in [n for n in os.listdir(folder) if n.startswith("overlap-") and n.endswith(".pred.json") and "-t" not in n]:
        with open(os.path.join(folder, name)) as file:
            said = json.load(file)
        for course in said["courses"]:
            if course["effect"] is not None:
                write(os.path.join(folder, name.replace(".pred", f"-{course['name']}.pred")), {**said, "treatment": course})


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder")
    ask.add_argument("--seeds", default="1-25")
    ask.add_argument("--null", type=int, default=40, help="persons of each scenario in which nothing acts")
    ask.add_argument("--scenarios", default="all")
    ask.add_argument("--keep")
    told = ask.parse_args()
    folder, here = os.path.abspath(told.folder), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with tempfile.TemporaryDirectory() as temporary:
        work = os.path.abspath(told.keep or temporary)
        os.makedirs(work, exist_ok=True)
        if not any(n.endswith(".pred.json") for n in os.listdir(work)):
            sys.path.insert(0, folder)
            sys.dont_write_bytecode = True
            import gen_hard, gen_person
            first, last = (int(s) for s in told.seeds.split("-"))
            for scenario in gen_hard.SCENARIOS if told.scenarios == "all" else told.scenarios.split(","):
                for seed in range(first, first + told.null if scenario in gen_hard.NULL else last + 1):
                    overlap(gen_hard, gen_person, seed, work) if scenario == "overlap" else gen_hard.write(scenario, seed, work)
            subprocess.run([os.path.join(here, "inomya"), "analyze", "--batch", work, "--out", work], check=True)
            split(work)
        subprocess.run([sys.executable, "-B", os.path.join(folder, "score_hard.py"), work], check=True)


if __name__ == "__main__":
    main()
