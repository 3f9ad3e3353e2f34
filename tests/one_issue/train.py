#!/usr/bin/env python3
"""Learns the weights of the one-issue check from the labelled reports beside this file.

    pip install lightgbm==4.6.0 scikit-learn==1.7.2
    cargo run --example one_issue_features -- tests/one_issue/*.jsonl > features.jsonl
    tests/one_issue/train.py features.jsonl assets/one_issue/weights.txt

Prints how well it does on reports of writers it has not seen (each file is one writer's and is held out in turn; what is in
UNSEEN is never learned from), then learns from all other files and writes the weights. Without a second argument it only
measures. The sums stay the same from run to run: every draw has a seed.

Three small models, all of them readable text in the end:
  tokens  a line for each word or pair of words: how much it speaks for another matter beginning there
  trees   boosted decision trees over the numbers of a place and the sum of its tokens
  report  one linear model over the strongest places, the title, the marks of the rules and all words together
"""
import collections
import json
import sys
import warnings

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

warnings.filterwarnings("ignore")

UNSEEN = {"unseen", "untouched", "contrast", "one-issue"}  # files that are only measured
# As in src/check/one_issue/mod.rs and evidence.rs:
ASKS_FROM, SHOWN_FROM, BLOCKS_FROM = 0.6, 0.2, 0.88
NEEDS_A_PLACE = {"check-clue-areas", "check-clue-request", "check-clue-errors", "check-clue-place"}
LEAST_REPORTS = 3  # a token that fewer reports have is left out
TREES, LEAVES, RATE = 150, 8, 0.06


def read(path):
    reports = [json.loads(line) for line in open(path, encoding="utf-8")]
    for report in reports:
        report["several"] = report["label"] == "several"
        report["starts"] = starts(report)
    return reports


def starts(report):
    """Places where a further matter begins: those that hold the first words quoted for each part but the first."""
    if not report["several"]:
        return set()
    found = set()
    for quote in report.get("parts", []):
        if quote in report["title"]:
            found.add(-1)
            continue
        for field, text in report["texts"].items():
            at = text.find(quote)
            if at < 0:
                continue
            places = [k for k, place in enumerate(report["places"]) if place["field"] == field]
            inside = [k for k in places if report["places"][k]["start"] <= at + 2 < report["places"][k]["end"]]
            after = [k for k in places if report["places"][k]["start"] >= at]
            found.update((inside or after)[:1])
            break
    return set(sorted(found)[1:])


class Data:
    """All places of all reports as matrices."""

    def __init__(self, reports):
        self.reports = reports
        self.several = np.array([report["several"] for report in reports])
        counts = collections.Counter()
        for report in reports:
            counts.update({token for place in report["places"] for token in place["tokens"]})
        self.tokens = sorted(token for token, count in counts.items() if count >= LEAST_REPORTS)
        number = {token: i for i, token in enumerate(self.tokens)}
        self.names = sorted({name for report in reports for place in report["places"] for name in place["numbers"]})
        column = {name: i for i, name in enumerate(self.names)}
        self.whole_names = sorted({name for report in reports for name in report["whole"]})

        self.rows, self.of, begins, numbers, row_tokens = [], [], [], [], []
        bag_tokens = []
        for d, report in enumerate(reports):
            rows = []
            everything = set()
            for k, place in enumerate(report["places"]):
                everything.update(place["tokens"])
                x = np.zeros(len(self.names))
                for name, value in place["numbers"].items():
                    x[column[name]] = value
                rows.append(len(numbers))
                numbers.append(x)
                row_tokens.append(weighted(place["tokens"], number, 4))
                begins.append(k in report["starts"])
                self.of.append(d)
            everything.update(report["title_tokens"])
            bag_tokens.append(weighted(everything, number, 20))
            self.rows.append(np.array(rows, dtype=int))
        self.of, self.begins, self.numbers = np.array(self.of), np.array(begins), np.array(numbers)
        self.place_tokens = sparse(row_tokens, len(self.tokens))
        self.bag = sparse(bag_tokens, len(self.tokens))
        self.whole = np.array([[report["whole"].get(name, 0.0) for name in self.whole_names] for report in reports])
        self.is_step = np.array([p["field"].startswith("steps") for r in reports for p in r["places"]])

    def places_of(self, reports):
        return np.where(np.isin(self.of, reports))[0]


def weighted(tokens, number, least):
    """Each known token once, by the root of how many there are."""
    distinct = set(tokens)
    weight = 1 / np.sqrt(max(least, len(distinct)))
    return {number[token]: weight for token in distinct if token in number}


def sparse(rows, width):
    data, columns, ends = [], [], [0]
    for row in rows:
        columns.extend(row)
        data.extend(row.values())
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(rows), width))


def learn_tokens(data, reports):
    places = data.places_of(reports)
    model = LogisticRegression(C=2.7, solver="liblinear", class_weight={0: 1, 1: 1.5})
    return model.fit(data.place_tokens[places], data.begins[places])


def learn_trees(data, reports, token_sum):
    places = data.places_of(reports)
    x = np.hstack([data.numbers[places], token_sum[places][:, None]])
    model = lightgbm.LGBMClassifier(
        n_estimators=TREES, num_leaves=LEAVES, learning_rate=RATE, min_child_samples=30, subsample=0.7, subsample_freq=1,
        colsample_bytree=0.6, reg_lambda=5, verbose=-1, random_state=0, n_jobs=1, deterministic=True)
    return model.fit(x, data.begins[places])


def learn_bag(data, reports):
    return LogisticRegression(C=8, solver="liblinear").fit(data.bag[reports], data.several[reports])


class Places:
    """Tokens and trees, learned from some reports; the sums of tokens that the trees learn from are of unseen reports."""

    def __init__(self, data, reports):
        seen = np.zeros(len(data.numbers))
        for some, rest in KFold(4, shuffle=True, random_state=2).split(reports):
            model = learn_tokens(data, reports[some])
            places = data.places_of(reports[rest])
            seen[places] = model.decision_function(data.place_tokens[places])
        self.tokens = learn_tokens(data, reports)
        self.trees = learn_trees(data, reports, seen)
        self.data = data

    def judge(self, reports):
        places = self.data.places_of(reports)
        token_sum = self.tokens.decision_function(self.data.place_tokens[places])
        x = np.hstack([self.data.numbers[places], token_sum[:, None]])
        return dict(zip(places, self.trees.predict_proba(x, raw_score=True)))


def chance(logit):
    return 1 / (1 + np.exp(-logit))


NONE = -6.0
STRONGEST = ["top1", "top2", "top3", "top_step", "top_told", "any", "sum", "bag"]


def summary(data, d, places, bag):
    """What the report's own model looks at, in the order of STRONGEST, then the numbers of the whole."""
    all_places = [places[row] for row in data.rows[d]]
    step = [places[row] for row in data.rows[d] if data.is_step[row]]
    told = [places[row] for row in data.rows[d] if not data.is_step[row]]
    top = sorted(all_places, reverse=True)[:3]
    top += [NONE] * (3 - len(top))
    chances = chance(np.array(all_places))
    some = np.log(0.001 + 1 - np.prod(1 - chances))
    return top + [max(step, default=NONE), max(told, default=NONE), some, chances.sum(), bag] + list(data.whole[d])


class Model:
    def __init__(self, data, reports):
        places, bag = {}, {}
        for some, rest in KFold(5, shuffle=True, random_state=1).split(reports):
            places.update(Places(data, reports[some]).judge(reports[rest]))
            model = learn_bag(data, reports[some])
            bag.update(zip(reports[rest], model.decision_function(data.bag[reports[rest]])))
        x = np.array([summary(data, d, places, bag[d]) for d in reports])
        self.mean, self.spread = x.mean(0), x.std(0) + 1e-6
        model = LogisticRegression(C=0.1, max_iter=1000)
        self.report = model.fit((x - self.mean) / self.spread, data.several[reports])
        self.places, self.bag, self.data = Places(data, reports), learn_bag(data, reports), data

    def judge(self, reports):
        places = self.places.judge(reports)
        bag = self.bag.decision_function(self.data.bag[reports])
        x = np.array([summary(self.data, d, places, b) for d, b in zip(reports, bag)])
        return chance(self.report.decision_function((x - self.mean) / self.spread)), chance(x[:, STRONGEST.index("top1")])

    def write(self, path):
        lines = ["# Weights of the one-issue check, learned by tests/one_issue/train.py. Not to be edited by hand."]
        place, bag = self.places.tokens.coef_[0], self.bag.coef_[0]
        lines.append(f"token-bias {self.places.tokens.intercept_[0]:.4f}")
        lines.append(f"bag-bias {self.bag.intercept_[0]:.4f}")
        for token, a, b in zip(self.data.tokens, place, bag):
            if abs(a) >= 0.05 or abs(b) >= 0.05:
                lines.append(f"token {token} {a:.2f} {b:.2f}")
        weights = self.report.coef_[0] / self.spread
        bias = self.report.intercept_[0] - (weights * self.mean).sum()
        lines.append(f"report-bias {bias:.4f}")
        for name, weight in zip(STRONGEST + self.data.whole_names, weights):
            lines.append(f"report {name} {weight:.4f}")
        booster = self.places.trees.booster_
        names = self.data.names + ["tokens"]
        for tree in booster.dump_model()["tree_info"]:
            lines.append("tree " + " ".join(nodes(tree["tree_structure"], names)))
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def nodes(node, names):
    """A tree before its branches: `name<=threshold`, then the lower branch, then the upper; a leaf is a number."""
    if "leaf_value" in node:
        return [f"{node['leaf_value']:.4f}"]
    name = names[node["split_feature"]]
    return [f"{name}<={node['threshold']:.6g}", *nodes(node["left_child"], names), *nodes(node["right_child"], names)]


def scores(several, flagged):
    found, false, missed = (several & flagged).sum(), (~several & flagged).sum(), (several & ~flagged).sum()
    f1 = 2 * found / max(1, 2 * found + false + missed)
    return f"F1 {f1:.3f}, precision {found / max(1, found + false):.3f}, false alarms {false / max(1, (~several).sum()):.3f}"


def main():
    data = Data(read(sys.argv[1]))
    writer = np.array([report["writer"] for report in data.reports])
    lang = np.array([report["lang"] for report in data.reports])
    learned = np.array([d for d, name in enumerate(writer) if name not in UNSEEN])
    clues = [{name for name, value in report["whole"].items() if name.startswith("check-clue") and value > 0}
             for report in data.reports]
    alone = np.array([bool(found - NEEDS_A_PLACE) for found in clues])
    several, shown = np.zeros(len(data.reports)), np.zeros(len(data.reports))
    for name in sorted(set(writer)):
        held = np.where(writer == name)[0]
        model = Model(data, np.array([d for d in learned if writer[d] != name]))
        several[held], shown[held] = model.judge(held)
    asks = (several >= ASKS_FROM) & ((shown >= SHOWN_FROM) | alone)
    blocks = asks & (several >= BLOCKS_FROM) & np.array([bool(found) for found in clues])
    for name in sorted(set(writer)):
        held = writer == name
        print(f"{name} ({held.sum()}): {scores(data.several[held], asks[held])}")
    for one in ("en", "ru"):
        some = np.array([d for d in learned if lang[d] == one])
        print(f"{one} ({len(some)}): {scores(data.several[some], asks[some])}")
    print(f"all ({len(learned)}): {scores(data.several[learned], asks[learned])}")
    print(f"blocks: {scores(data.several[learned], blocks[learned])}")
    if len(sys.argv) > 2:
        Model(data, learned).write(sys.argv[2])


if __name__ == "__main__":
    main()
