"""Writes metrics.json: predictions and what scikit-learn 1.2.1, NumPy 1.24.2 and SciPy 1.10.1 make of them.

    /usr/bin/python3 make.py > metrics.json
"""
import json
import math

import numpy as np
from scipy.optimize import brentq
from scipy.special import logsumexp, softmax
from sklearn import metrics as sk

CLASSES = 4
BINS = 15


def bins(values):
    return np.clip(np.ceil(values * BINS).astype(int) - 1, 0, BINS - 1)


def gaps(values, came, groups):
    return [(len(group), abs(values[group].mean() - came[group].mean())) for group in groups]


def ece(values, came, groups):
    return sum(n * gap for n, gap in gaps(values, came, groups)) / len(values)


def uniform(values):
    place = bins(values)
    return [np.flatnonzero(place == one) for one in range(BINS) if (place == one).any()]


def equal_mass(values):
    order = np.argsort(values, kind="stable")
    groups, done = [], 0
    for one in range(1, BINS + 1):
        end = max(done, one * len(values) // BINS)
        while 0 < end < len(values) and values[order[end]] == values[order[end - 1]]:
            end += 1
        if end > done:
            groups.append(order[done:end])
        done = end
    return groups


def aurc(confidence, correct):
    """Mean over all orders of equally confident images, by the definition."""
    risks, errors, kept = [], 0.0, 0
    for value in sorted(set(confidence), reverse=True):
        wrong = (~correct[confidence == value]).astype(float)
        for i in range(1, len(wrong) + 1):
            risks.append((errors + wrong.mean() * i) / (kept + i))
        errors += wrong.sum()
        kept += len(wrong)
    best = np.sort(~correct).astype(float)
    ideal = np.cumsum(best) / np.arange(1, len(best) + 1)
    return np.mean(risks), np.mean(risks) - np.mean(ideal)


def temperature(logits, y):
    def slope(beta):
        p = softmax(beta * logits, axis=1)
        return ((p * logits).sum(1) - logits[np.arange(len(y)), y]).mean()

    return 1 / brentq(slope, 0.01, 100, xtol=1e-15, rtol=1e-14)


def scenario(name, seed, n, strength, rounding=None, extreme=False):
    random = np.random.default_rng(seed)
    y = np.arange(n) % CLASSES
    logits = random.normal(size=(n, CLASSES)) * 1.5 + strength * np.eye(CLASSES)[y]
    p = softmax(logits, axis=1)
    if rounding:
        p = np.round(p * rounding) / rounding
        p[:, 3] = np.round((1 - p[:, :3].sum(1)) * rounding) / rounding
        p = np.clip(p, 0, 1)
        p /= p.sum(1, keepdims=True)
    if extreme:
        p[0], p[1], p[2] = np.eye(4)[y[0]], np.eye(4)[(y[1] + 1) % 4], [0.5, 0.5, 0, 0]
    h = p.argmax(1)
    confidence, correct, o = p.max(1), h == y, np.eye(CLASSES)[y]
    groups = uniform(confidence)
    classwise = [ece(p[:, k], o[:, k], uniform(p[:, k])) for k in range(CLASSES)]
    reliability = resolution = uncertainty = 0.0
    for k in range(CLASSES):
        rate = o[:, k].mean()
        uncertainty += rate * (1 - rate)
        for group in uniform(p[:, k]):
            observed = o[group, k].mean()
            reliability += len(group) / n * (p[group, k].mean() - observed) ** 2
            resolution += len(group) / n * (observed - rate) ** 2
    area, excess = aurc(confidence, correct)
    overall = {
        "accuracy": sk.accuracy_score(y, h),
        "balanced_accuracy": sk.balanced_accuracy_score(y, h),
        "macro_f1": sk.f1_score(y, h, average="macro"),
        "weighted_f1": sk.f1_score(y, h, average="weighted"),
        "mcc": sk.matthews_corrcoef(y, h),
        "kappa": sk.cohen_kappa_score(y, h),
        "auroc_macro": sk.roc_auc_score(y, p, multi_class="ovr"),
        "auroc_weighted": sk.roc_auc_score(y, p, multi_class="ovr", average="weighted"),
        "average_precision_macro": sk.average_precision_score(o, p),
        "log_loss": sk.log_loss(y, p),
        "brier": sum(sk.brier_score_loss(o[:, k], p[:, k]) for k in range(CLASSES)),
        "confidence_gap": confidence.mean() - correct.mean(),
        "ece": ece(confidence, correct, groups),
    }
    calibration = {
        "ece_equal_mass": ece(confidence, correct, equal_mass(confidence)),
        "rmsce": math.sqrt(sum(m * gap**2 for m, gap in gaps(confidence, correct, groups)) / n),
        "mce": max(gap for _, gap in gaps(confidence, correct, groups)),
        "classwise_ece": np.mean(classwise),
        "brier_reliability": reliability,
        "brier_resolution": resolution,
        "brier_uncertainty": uncertainty,
    }
    per_class = {
        "precision": sk.precision_score(y, h, average=None).tolist(),
        "recall": sk.recall_score(y, h, average=None).tolist(),
        "specificity": [sk.recall_score(y != k, h != k) for k in range(CLASSES)],
        "f1": sk.f1_score(y, h, average=None).tolist(),
        "auroc": sk.roc_auc_score(o, p, average=None).tolist(),
        "average_precision": sk.average_precision_score(o, p, average=None).tolist(),
    }
    return {
        "name": name,
        "truth": y.tolist(),
        "probabilities": p.tolist(),
        "logits": logits.tolist(),
        "overall": overall,
        "calibration": calibration,
        "classes": per_class,
        "aurc": area,
        "excess_aurc": excess,
        "temperature": temperature(logits, y),
        "log_loss_after": float(
            np.mean(
                logsumexp(logits / temperature(logits, y), axis=1)
                - logits[np.arange(n), y] / temperature(logits, y)
            )
        ),
    }


print(
    json.dumps(
        [
            scenario("ordinary", 1, 60, 2.0),
            scenario("near perfect", 2, 80, 6.0),
            scenario("near chance", 3, 60, 0.2),
            scenario("ties everywhere", 4, 60, 1.5, rounding=5),
            scenario("probabilities of 0 and 1", 5, 40, 1.5, extreme=True),
        ],
        indent=None,
    )
)
