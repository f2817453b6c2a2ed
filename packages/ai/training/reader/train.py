"""Trains the adapters and heads of the reader on the rows of write-rows.ts and writes reader.json. Needs torch, numpy and safetensors.

python train.py CACHE WEIGHTS MODEL [LIMIT [START]]: a phase on all sets, then one on our own papers and a part of the rest; each is cut short after
LIMIT seconds. START is what the first phase of an earlier run left as phase0.pt in its cache; only the second one is done then.
"""

import base64
import hashlib
import json
import math
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

LAYERS, SIZE, HEADS = 6, 384, 12
# The layers below this one stay as they are, which saves a third of the time.
FIRST_LAYER = 2
RANK = 32
BATCH = 32
CLASSIFY, SEPARATE = 101, 102
LONGEST_SPAN = 30
WEIGHTS = {"squad2": 1.5, "policyqa": 0.4, "covidqa": 0.5}
# For each phase: the rate, passes over the rows, and the share of the rows of a set that a pass takes. Of CUAD's and PolicyQA's rows, those without an
# answer are thinned further.
PHASES = [
    {"rate": 1.2e-3, "passes": 1.1, "share": {"own": 0.1, "policyqa": 0.4, "covidqa": 1, "squad2": 1, "cuad": 1, "squad": 0.9, "newwiki": 0.9}},
    {"rate": 6e-4, "passes": 1, "share": {"own": 0.7, "policyqa": 0.1, "covidqa": 0.2, "squad2": 1, "cuad": 1, "squad": 0.15, "newwiki": 0.15}},
]
THINNED = 0.6
UNSURE = "policyqa"  # Its labels mark one of many right passages, so nothing is chosen by them.
HELD_OUT = 16
LINEARS = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "intermediate.dense", "output.dense"]


class Reader(torch.nn.Module):
    """MiniLM, whose weights stay, with an adapter of low rank beside each linear layer, and heads for spans and for the verdict."""

    def __init__(self, path):
        super().__init__()
        base = {name.removeprefix("bert."): value.float() for name, value in load_file(path).items()}
        self.base = {name: value.to(torch.bfloat16) if value.ndim == 2 else value for name, value in base.items()}
        self.own = torch.nn.ParameterDict()
        for layer in range(FIRST_LAYER, LAYERS):
            for name in LINEARS:
                rows, columns = base[f"encoder.layer.{layer}.{name}.weight"].shape
                key = f"{layer}.{name}".replace(".", "_")
                self.own[f"{key}_down"] = torch.randn(RANK, columns) / math.sqrt(columns)
                self.own[f"{key}_up"] = torch.zeros(rows, RANK)
        self.own["span"] = torch.randn(2, SIZE) / math.sqrt(SIZE)
        self.own["span_bias"] = torch.zeros(2)
        self.own["verdict"] = torch.randn(1, SIZE) / math.sqrt(SIZE)
        self.own["verdict_bias"] = torch.zeros(1)

    def linear(self, layer, name, x):
        path, key = f"encoder.layer.{layer}.{name}", f"{layer}.{name}".replace(".", "_")
        plain = F.linear(x, self.base[f"{path}.weight"], self.base[f"{path}.bias"].to(x.dtype))
        if layer < FIRST_LAYER:
            return plain
        down, up = self.own[f"{key}_down"].to(x.dtype), self.own[f"{key}_up"].to(x.dtype)
        return plain + F.linear(F.linear(x, down), up)

    def norm(self, path, x):
        return F.layer_norm(x.float(), (SIZE,), self.base[f"{path}.weight"], self.base[f"{path}.bias"], 1e-12).to(torch.bfloat16)

    def forward(self, batch):
        ids, mask = batch["ids"], batch["mask"]
        count, length = ids.shape
        x = self.base["embeddings.word_embeddings.weight"][ids].float()
        x = x + self.base["embeddings.position_embeddings.weight"][:length].float() + self.base["embeddings.token_type_embeddings.weight"][batch["types"]].float()
        x = self.norm("embeddings.LayerNorm", x)
        hidden = (~mask).to(torch.bfloat16)[:, None, None, :] * -1e4
        for layer in range(LAYERS):
            path = f"encoder.layer.{layer}"
            q, k, v = (self.linear(layer, f"attention.self.{part}", x).view(count, length, HEADS, -1).transpose(1, 2) for part in ("query", "key", "value"))
            # Several times quicker on a processor than scaled_dot_product_attention with a mask.
            shares = (q @ k.transpose(-1, -2) * (SIZE // HEADS) ** -0.5 + hidden).softmax(-1)
            mixed = (shares @ v).transpose(1, 2).reshape(count, length, SIZE)
            x = self.norm(f"{path}.attention.output.LayerNorm", x + self.linear(layer, "attention.output.dense", mixed))
            x = self.norm(f"{path}.output.LayerNorm", x + self.linear(layer, "output.dense", F.gelu(self.linear(layer, "intermediate.dense", x))))
        x = x.float()
        spans = F.linear(x, self.own["span"], self.own["span_bias"]) + ((~batch["open"]).float() * -1e4)[..., None]
        return spans, F.linear(x[:, 0], self.own["verdict"], self.own["verdict_bias"])[:, 0]


def batch_of(rows):
    length = max(len(row["question"]) + len(row["passage"]) + 3 for row in rows)
    shape = (len(rows), length)
    batch = {"ids": torch.zeros(shape, dtype=torch.long), "types": torch.zeros(shape, dtype=torch.long)}
    batch |= {name: torch.zeros(shape, dtype=torch.bool) for name in ("mask", "open")}
    batch |= {"target": torch.zeros(len(rows), 2, dtype=torch.long), "weight": torch.zeros(len(rows))}
    for at, row in enumerate(rows):
        ids = [CLASSIFY, *row["question"], SEPARATE, *row["passage"], SEPARATE]
        begin = len(row["question"]) + 2
        batch["ids"][at, : len(ids)] = torch.tensor(ids)
        batch["types"][at, begin : len(ids)] = 1
        batch["mask"][at, : len(ids)] = True
        batch["open"][at, begin + row["first"] : len(ids) - 1] = True
        batch["open"][at, 0] = True
        if row["span"]:
            batch["target"][at] = torch.tensor(row["span"]) + begin
        batch["weight"][at] = WEIGHTS.get(row["set"], 1)
    return batch


def loss_of(model, batch):
    spans, verdict = model(batch)
    target = batch["target"]
    edges = sum(F.cross_entropy(spans[..., side], target[:, side], reduction="none") for side in range(2))
    answered = (target[:, 0] > 0).float()
    judged = F.binary_cross_entropy_with_logits(verdict, answered, reduction="none")
    return ((edges * 0.5 + 0.7 * judged) * batch["weight"]).sum() / batch["weight"].sum()


def share_of(row, phase):
    thinned = THINNED if row["span"] is None and row["set"] in ("cuad", "policyqa") else 1
    return phase["share"][row["set"]] * thinned


def batches(rows, phase, random):
    drawn = [row for row in rows if random.random() < share_of(row, phase)]
    random.shuffle(drawn)
    made = []
    for at in range(0, len(drawn), BATCH * 64):
        part = sorted(drawn[at : at + BATCH * 64], key=lambda row: len(row["passage"]) + len(row["question"]))
        made += [part[start : start + BATCH] for start in range(0, len(part), BATCH)]
    random.shuffle(made)
    return made


@torch.no_grad()
def measure(model, rows):
    """Finds the best span of each row, its margin above no span, and the verdict."""
    found = []
    ordered = sorted(rows, key=lambda row: len(row["passage"]))
    for at in range(0, len(ordered), BATCH):
        part = ordered[at : at + BATCH]
        spans, verdict = model(batch_of(part))
        for row, span, own in zip(part, spans.numpy(), verdict.numpy()):
            begin = len(row["question"]) + 2
            scores = span[begin : begin + len(row["passage"])]
            first, last, score = best_span(scores[:, 0], scores[:, 1])
            found.append((row, first, last, score - float(span[0].sum()), float(own)))
    return found


def best_span(starts, ends):
    scores = starts[:, None] + ends[None, :]
    n = len(starts)
    far = np.tri(n, n, -1, dtype=bool) | ~np.tri(n, n, LONGEST_SPAN, dtype=bool)
    scores = np.where(far, -1e9, scores)
    first, last = np.unravel_index(scores.argmax(), scores.shape)
    return int(first), int(last), float(scores[first, last])


def overlap(row, first, last):
    start, end = row["span"]
    shared = max(0, min(end, last) - max(start, first) + 1)
    return 2 * shared / (end - start + 1 + last - first + 1)


def auc(answered, other):
    both = np.concatenate([answered, other])
    ranks = both.argsort().argsort()
    return (ranks[: len(answered)].sum() - len(answered) * (len(answered) - 1) / 2) / max(1, len(answered) * len(other))


def report(found):
    for name in sorted({row["set"] for row, *_ in found}):
        own = [each for each in found if each[0]["set"] == name]
        hit = [each for each in own if each[0]["span"]]
        miss = [each for each in own if not each[0]["span"]]
        f1 = np.mean([overlap(row, first, last) for row, first, last, *_ in hit]) if hit else 0
        exact = np.mean([overlap(row, first, last) == 1 for row, first, last, *_ in hit]) if hit else 0
        areas = [round(float(auc(np.array([e[at] for e in hit]), np.array([e[at] for e in miss]))), 3) for at in (3, 4)] if hit and miss else []
        print(f"{name}: {len(hit)} answered, {len(miss)} not; overlap {f1:.3f}, exact {exact:.3f}, AUC {areas}", flush=True)


def calibration(found):
    """Weights of margin and verdict, and a constant, so that their sum is the logarithm of the odds."""
    found = [each for each in found if each[0]["set"] != UNSURE]
    x = np.array([[margin, verdict, 1] for *_, margin, verdict in found])
    y = np.array([1.0 if row["span"] else 0.0 for row, *_ in found])
    weights = np.zeros(3)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(3)
        weights += np.linalg.solve(hessian, x.T @ (y - p) - 1e-3 * weights)
    p = 1 / (1 + np.exp(-x @ weights))
    print(f"calibration {weights.round(3).tolist()}, AUC {auc(p[y > 0], p[y < 1]):.3f}", flush=True)
    return [float(value) for value in weights]


def write(path, own, calibrated):
    """Adapters are kept in 8 bits with one scale a row; the few other numbers as they are."""
    adapters, heads = {}, {}
    for name, values in own.items():
        values = values.float().numpy()
        if name.endswith(("_down", "_up")):
            scales = np.abs(values).max(1) / 127 + 1e-12
            numbers = np.round(values / scales[:, None]).astype(np.int8)
            adapters[name] = {"shape": list(values.shape), "scales": encoded(scales.astype(np.float32)), "numbers": encoded(numbers)}
        else:
            heads[name] = {"shape": list(values.shape), "numbers": encoded(values.astype(np.float32))}
    release = hashlib.sha256(json.dumps([adapters, heads]).encode()).hexdigest()[:12]
    model = {"release": release, "calibration": calibrated, "adapters": adapters, "heads": heads}
    path.write_text(json.dumps(model, separators=(",", ":")) + "\n")


def encoded(values):
    return base64.b64encode(values.tobytes()).decode()


def train(model, taught, kept, phase, limit, random):
    steps = int(len(batches(taught, phase, np.random.default_rng(0))) * phase["passes"])
    optimizer = torch.optim.AdamW(model.parameters(), lr=phase["rate"], betas=(0.9, 0.98), weight_decay=0.01)
    average, losses, began, at = None, [], time.time(), 0
    while at < steps:
        for part in batches(taught, phase, random):
            done = max(at / steps, (time.time() - began) / limit)
            for group in optimizer.param_groups:
                group["lr"] = phase["rate"] * min(1, (at + 1) / 80) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, done))))
            loss = loss_of(model, batch_of(part))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(float(loss.detach()))
            at += 1
            if done > 0.7:
                own = {name: value.detach().clone() for name, value in model.own.items()}
                average = own if average is None else {name: 0.98 * average[name] + 0.02 * own[name] for name in own}
            if at % 25 == 0:
                print(f"step {at} of {steps}, loss {np.mean(losses[-25:]):.3f}, {time.time() - began:.0f} s", flush=True)
            if at % 300 == 0:
                report(measure(model, kept[:400]))
            if at >= steps or done >= 1:
                steps = at
                break
    with torch.no_grad():
        for name, value in (average or {}).items():
            model.own[name].copy_(value)


def main():
    cache, weights, target = (Path(each) for each in sys.argv[1:4])
    limit = float(sys.argv[4]) if len(sys.argv) > 4 else 1e9
    torch.manual_seed(3)
    random = np.random.default_rng(1)
    rows = [json.loads(line) for line in (cache / "rows.jsonl").read_text().split("\n")]
    groups = sorted({row["group"] for row in rows})
    held = {group for at, group in enumerate(groups) if at % HELD_OUT == 5}
    kept = [row for row in rows if row["group"] in held]
    kept = [kept[at] for at in random.permutation(len(kept))[:1200]]
    taught = [row for row in rows if row["group"] not in held]
    model = Reader(weights)
    print(f"{len(taught)} rows to learn from, {len(kept)} held out, {sum(v.numel() for v in model.own.values())} weights", flush=True)
    start = sys.argv[5] if len(sys.argv) > 5 else None
    if start:
        for name, value in torch.load(start).items():
            model.own[name].data.copy_(value)
    ends = [torch.load(start)] if start else []
    for number, phase in list(enumerate(PHASES))[len(ends) :]:
        train(model, taught, kept, phase, limit, random)
        ends.append({name: value.detach().clone() for name, value in model.own.items()})
        torch.save(ends[-1], cache / f"phase{number}.pt")
    # The mean of both phases' weights is better than either.
    with torch.no_grad():
        for name, value in model.own.items():
            value.copy_(sum(end[name] for end in ends) / len(ends))
    found = measure(model, kept)
    report(found)
    write(target, {name: value.detach() for name, value in model.own.items()}, calibration(found))


if __name__ == "__main__":
    main()
