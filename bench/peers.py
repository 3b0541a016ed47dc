#!/usr/bin/env python3
"""The same made persons through our engine and through its peers, in one table.

  python3 bench/peers.py FOLDER [--seeds 600-601] [--groups fast,hac,rest]

FOLDER holds gen_person.py (makes persons whose truth is known), score.py (scores a prediction against it) and baselines.py (the peers).
They are not part of this project; numpy, scipy and statsmodels are theirs. Ours is run as anyone runs it: `inomya analyze --batch`.
"""
import argparse, json, os, subprocess, sys, tempfile, time


def ours(here, folder, scenarios, seeds, work):
    """Makes the persons, analyses them all with the command line, scores them; returns the score and the seconds a person."""
    persons, predictions = os.path.join(work, "persons"), os.path.join(work, "predictions")
    os.makedirs(persons)
    for scenario in scenarios:
        for seed in seeds:
            subprocess.run([sys.executable, os.path.join(folder, "gen_person.py"), scenario, str(seed), persons], check=True, stdout=subprocess.DEVNULL)
    inomya = os.path.join(here, "inomya")
    subprocess.run([inomya, "doctor"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "INOMYA_DATA": os.path.join(work, "data")})
    start = time.time()
    subprocess.run([inomya, "analyze", "--batch", persons, "--out", predictions], check=True)
    wall = (time.time() - start) / (len(scenarios) * len(seeds))
    scored = subprocess.run([sys.executable, os.path.join(folder, "score.py"), persons, predictions], check=True, capture_output=True, text=True)
    return json.loads(scored.stdout)["all"], wall


def peers(folder, group, seeds, work):
    out = os.path.join(work, group + ".json")
    subprocess.run([sys.executable, "baselines.py", "--group", group, "--seeds", f"{seeds[0]}-{seeds[-1]}", "--out", out], check=True, cwd=folder,
                   env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    return json.load(open(out))


def f1(rows, key):
    hit, said, true = (sum(r[key][i] for r in rows if r.get(key)) for i in range(3))
    return 2 * hit / (said + true) if said + true else float("nan")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("folder"); ask.add_argument("--seeds", default="600-601"); ask.add_argument("--groups", default="fast,hac")
    call = ask.parse_args()
    first, last = (int(s) for s in call.seeds.split("-"))
    seeds, folder = list(range(first, last + 1)), os.path.abspath(call.folder)
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    scenarios = subprocess.run([sys.executable, os.path.join(folder, "gen_person.py"), "--list"], check=True, capture_output=True, text=True).stdout.split()
    with tempfile.TemporaryDirectory() as work:
        score, wall = ours(here, folder, scenarios, seeds, work)
        print(f"{len(scenarios) * len(seeds)} persons, seeds {call.seeds}\n")
        print(f"{'method':30} {'F1 factor':>10} {'F1 and lag':>10} {'nulls hit':>10} {'ms':>8}")
        print(f"{'Inomya':30} {score['factor']['f1']:10.2f} {score['factor_lag']['f1']:10.2f} {score['null_fdr']:10.2f} {1000 * score['seconds_mean']:8.0f}   ({1000 * wall:.0f} ms a person by the clock, all cores)")
        for group in call.groups.split(","):
            for name, rows in peers(folder, group, seeds, work).items():
                nulls = [r for r in rows if r["null"] and r.get("fac")]
                hit = sum(1 for r in nulls if r["fac"][1] > 0) / len(nulls) if nulls else float("nan")
                ms = 1000 * sum(r.get("seconds") or 0 for r in rows) / len(rows)
                print(f"{name:30} {f1(rows, 'fac'):10.2f} {f1(rows, 'lag'):10.2f} {hit:10.2f} {ms:8.0f}")


if __name__ == "__main__":
    main()
