"""Makes the vectors beside this file with the programs that the scorers must equal.

    pip install rouge-score nltk scikit-learn scipy rapidfuzz
    python make.py

Texts are drawn at random from the words below, with a fixed seed. README.md says which versions
made the files as they are.
"""

import json
import pathlib
import random
import re

from nltk.stem import porter
from rapidfuzz.distance import Levenshtein
from rouge_score import rouge_scorer
from scipy.stats import binomtest
from sklearn import metrics
from sklearn.preprocessing import MultiLabelBinarizer

HERE = pathlib.Path(__file__).parent
RANDOM = random.Random(20_261_121)
WORDS = """the a customer agent called calls calling about bill billing billed bills charged charges
charging twice refund refunded refunding refunds order ordered orders cancelled cancelling
cancellation cancel router line dropping drops dropped connection connected connecting engineer
visits visited will be resolved resolving resolution technical technician technically happily happy
unhappy happiness account accounts number numbers card cards 4711 12 24h promised promising promises
within two days organisational organization electricity electrical hopeful hopefulness generously
apologised apologies apology dying flies dies tied skies news proceed succeeding relational
conditional geology archaeology agreed feed plastered motoring hopping falling fizzed filing
ünïcode naïve don't it's e-mail follow-up 3.5 $20 العميل الفاتورة طلب""".split()


def sentence(least=0, most=14):
    words = RANDOM.choices(WORDS, k=RANDOM.randint(least, most))
    ends = RANDOM.choice([".", "", "!", "?", " ..."])
    text = RANDOM.choice([" ", ", ", "  "]).join(words)
    return (text.capitalize() if RANDOM.random() < 0.5 else text) + ends


def text():
    return "\n".join(sentence() for _ in range(RANDOM.randint(1, 4)))


def altered(source):
    words = re.split(r"( +)", source)
    kept = [word for word in words if RANDOM.random() > 0.2]
    if RANDOM.random() < 0.5:
        kept += [" ", sentence(0, 6)]
    return "".join(kept)


def write(name, rows):
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (HERE / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def rouge():
    types = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
    scorer = rouge_scorer.RougeScorer(types, use_stemmer=True)
    unstemmed = rouge_scorer.RougeScorer(["rouge1"], use_stemmer=False)
    pairs = [("", ""), ("", "word"), ("word", ""), ("/", "..."), ("العميل", "العميل")]
    pairs += [("testing one two", "testing"), ("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5")]
    for _ in range(120):
        reference = text()
        pairs.append((reference, altered(reference) if RANDOM.random() < 0.7 else text()))
    return [
        {
            "reference": reference,
            "candidate": candidate,
            "scores": {
                name: list(score) for name, score in scorer.score(reference, candidate).items()
            },
            "unstemmedF": unstemmed.score(reference, candidate)["rouge1"].fmeasure,
        }
        for reference, candidate in pairs
    ]


def stems():
    """Words of every rule of the algorithm, from a list of English words where there is one."""
    listed = pathlib.Path("/usr/share/dict/words")
    words = set(re.findall(r"[a-z0-9]+", " ".join(WORDS).lower()))
    if listed.exists():
        english = sorted(set(re.findall(r"\b[a-z]{3,}\b", listed.read_text("utf-8").lower())))
        words.update(RANDOM.sample(english, 3000))
    stemmer = porter.PorterStemmer()
    return [[word, stemmer.stem(word)] for word in sorted(words)]


def classification():
    labels = ["negative", "neutral", "positive"]
    cases = []
    for size in [1, 2, 3, 5, 10, 60, 400]:
        for _ in range(6):
            weights = [RANDOM.random() + 0.05 for _ in labels]
            truth = RANDOM.choices(labels, weights, k=size)
            skill = RANDOM.random()
            answers = [
                one if RANDOM.random() < skill else RANDOM.choice([*labels, "none"])
                for one in truth
            ]
            cases.append(classification_case(labels, truth, answers))
    return cases


def classification_case(labels, truth, answers):
    seen = [label for label in labels if label in truth or label in answers]
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        truth, answers, labels=seen, zero_division=0
    )
    kappa = metrics.cohen_kappa_score(truth, answers)
    return {
        "truth": [labels.index(label) for label in truth],
        "answers": [labels.index(label) if label in labels else -1 for label in answers],
        "accuracy": metrics.accuracy_score(truth, answers),
        "macroF1": metrics.f1_score(truth, answers, labels=seen, average="macro", zero_division=0),
        "weightedF1": metrics.f1_score(
            truth, answers, labels=seen, average="weighted", zero_division=0
        ),
        "kappa": None if kappa != kappa else kappa,
        "confusion": metrics.confusion_matrix(
            truth, answers, labels=[*labels, "none"]
        ).tolist(),
        "classes": {
            label: [precision[at], recall[at], f1[at], int(support[at])]
            for at, label in enumerate(seen)
        },
    }


def topics():
    labels = ["billing", "refund", "delivery", "complaint", "appointment"]
    cases = []
    for size in [1, 3, 20, 80]:
        for _ in range(4):
            truth = [RANDOM.sample(labels, RANDOM.randint(0, 3)) for _ in range(size)]
            answers = [
                one if RANDOM.random() < 0.4 else RANDOM.sample(labels, RANDOM.randint(0, 3))
                for one in truth
            ]
            binary = MultiLabelBinarizer().fit(truth + answers)
            if len(binary.classes_) == 0:
                continue
            sides = binary.transform(truth), binary.transform(answers)
            f1 = lambda average: metrics.f1_score(*sides, average=average, zero_division=0)
            cases.append(
                {
                    "truth": truth,
                    "answers": answers,
                    "accuracy": metrics.accuracy_score(*sides),
                    "macroF1": f1("macro"),
                    "weightedF1": f1("weighted"),
                    "microF1": f1("micro"),
                }
            )
    return cases


def edits():
    letters = "abcdeء أ😀"
    cases = []
    for size in [0, 1, 2, 5, 31, 32, 33, 64, 65, 100, 200]:
        for _ in range(5):
            one = "".join(RANDOM.choices(letters, k=size))
            if RANDOM.random() < 0.6:
                other = "".join(letter for letter in one if RANDOM.random() > 0.15)
                other += "".join(RANDOM.choices(letters, k=RANDOM.randint(0, 5)))
            else:
                other = "".join(RANDOM.choices(letters, k=RANDOM.randint(0, size + 3)))
            cases.append([one, other, Levenshtein.distance(one, other)])
    cases.append(["lewenstein", "levenshtein", Levenshtein.distance("lewenstein", "levenshtein")])
    for _ in range(30):
        one, other = sentence(0, 50), sentence(0, 50)
        words = Levenshtein.distance(one.split(), other.split())
        cases.append([one, other, Levenshtein.distance(one, other), words])
    return cases


def statistics():
    wilsons = []
    for trials in [1, 2, 15, 40, 60, 1000]:
        for successes in sorted({0, 1, trials // 3, trials - 1, trials}):
            ci = binomtest(successes, trials).proportion_ci(0.95, method="wilson")
            wilsons.append({"wilson": [successes, trials], "interval": [ci.low, ci.high]})
    pairs = [(0, 0), (0, 1), (1, 1), (0, 6), (3, 9), (10, 25), (40, 41), (700, 800), (2000, 2300)]
    tests = [
        {"mcnemar": [one, other], "p": binomtest(one, one + other).pvalue if one + other else 1.0}
        for one, other in pairs
    ]
    return wilsons + tests


if __name__ == "__main__":
    write("rouge.jsonl", rouge())
    write("stems.jsonl", stems())
    write("classification.jsonl", classification())
    write("topics.jsonl", topics())
    write("edits.jsonl", edits())
    write("statistics.jsonl", statistics())
