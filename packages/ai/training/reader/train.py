"""Trains the head of the reader on the files of write-cache.ts and writes reader.json. Needs numpy and jax.

python train.py CACHE MODEL [STEPS [STOP]]: the rate falls over STEPS steps, and training ends after STOP.
"""

import base64
import json
import sys
import time
import zlib
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

SIZE = 64
# The directions of each half of the vectors that are kept.
DIRECTIONS = 96
VECTOR = 384
HEADS = 4
KERNEL = 7
BLOCKS = 2
QUESTION = 32
BUCKETS = (144, 208)
BATCH = 32
LONGEST_SPAN = 30
RATE = 2e-3
DECAY = 0.02
DROPPED = 0.12
MASKED_SENTENCE = 0.08
WEIGHTS = {"squad": 1.0, "squad2": 1.5, "policyqa": 0.4, "covidqa": 0.5, "own": 0.8, "cuad": 0.8}
SHARE = 3  # the number of a piece that says how much of the question its sentence has
FAVOURS = (0, 1, 2, 3, 4, 6, 8)
HELD_OUT = 12
UNSURE = "policyqa"  # Its labels mark one of many right passages, so nothing is chosen by them.
# Of these, one row in so many is learned from.
THINNED = {("policyqa", True): 2, ("policyqa", False): 3, ("cuad", False): 3, ("squad", False): 2, ("covidqa", False): 2}


def load(cache):
    shape = json.loads((cache / "shape.json").read_text())
    vectors, bases = reduced(cache, shape["vectors"])
    features = np.memmap(cache / "features.f16", np.float16, "r").reshape(-1, shape["features"])
    rows = [json.loads(line) for line in (cache / "rows.jsonl").read_text().split("\n")]
    return vectors, bases, features, [row for row in rows if row["passage"][1] <= BUCKETS[-1]]


def reduced(cache, width):
    """Keeps the directions in which the vectors differ most, once, so that each step is quick."""
    vectors = np.memmap(cache / "vectors.f16", np.float16, "r").reshape(-1, width)
    half = width // 2
    sample = vectors[:: max(1, len(vectors) // 20_000)].astype(np.float32)
    bases = []
    for side in range(2):
        own = plain_norm(sample[:, side * half : (side + 1) * half])
        bases.append(np.linalg.eigh(own.T @ own)[1][:, : -DIRECTIONS - 1 : -1])
    bases = [basis.astype(np.float16).astype(np.float32) for basis in bases]
    path = cache / "reduced.npy"
    if not path.exists():
        kept = np.zeros((len(vectors), 2 * DIRECTIONS), np.float16)
        for at in range(0, len(vectors), 20_000):
            part = vectors[at : at + 20_000].astype(np.float32)
            for side in range(2):
                own = plain_norm(part[:, side * half : (side + 1) * half]) @ bases[side]
                kept[at : at + len(own), side * DIRECTIONS : (side + 1) * DIRECTIONS] = own
        np.save(path, kept)
    return np.load(path), bases


def start_weights(key, inputs, kinds, features):
    d = SIZE
    shapes = {"project": (inputs, d), "ask": (d, d), "answer": (d, d), "pool": (d, 1)}
    shapes |= {"mix": (4 * d + features + kinds + 4, d)}
    for block in range(BLOCKS):
        shapes |= {f"conv{block}_depth": (KERNEL, d), f"conv{block}_in": (d, 2 * d), f"conv{block}_out": (2 * d, d)}
    shapes |= {"attend_qkv": (d, 3 * d), "attend_out": (d, d)}
    shapes |= {"span": (d, 2), "look": (d, 1), "judge_in": (3 * d, d), "judge_out": (d, 2)}
    weights = {}
    for name, (rows, columns) in shapes.items():
        key, own = jax.random.split(key)
        scale = 1 / np.sqrt(rows)
        if name.endswith("_out") and name != "judge_out":
            scale *= 0.5
        weights[name] = jax.random.normal(own, (rows, columns)) * scale
        if not name.endswith("_depth"):
            weights[name + "_bias"] = jnp.zeros((columns,))
    for name in ["conv0", "conv1", "attend", "final"]:
        weights[name + "_gain"] = jnp.ones((d,))
        weights[name + "_shift"] = jnp.zeros((d,))
    return weights


def plain_norm(x):
    x = x - x.mean(-1, keepdims=True)
    return x / ((x * x).mean(-1, keepdims=True) + 1e-5) ** 0.5


def norm(w, name, x):
    return plain_norm(x) * w[name + "_gain"] + w[name + "_shift"]


def linear(w, name, x):
    return x @ w[name] + w[name + "_bias"]


def halves(x):
    half = x.shape[-1] // 2
    return x[..., :half], x[..., half:]


def dropout(key, x):
    return x * jax.random.bernoulli(key, 1 - DROPPED, x.shape) / (1 - DROPPED) if key is not None else x


def forward(w, batch, key=None):
    keys = jax.random.split(key, 8) if key is not None else [None] * 8
    p_mask, q_mask = batch["p_mask"], batch["q_mask"]
    p_halves, q_halves = halves(batch["p"]), halves(batch["q"])
    p = linear(w, "project", batch["p"])
    q = linear(w, "project", batch["q"])
    away = (1 - q_mask)[:, None, :] * -1e4
    scores = jnp.einsum("bnd,bmd->bnm", linear(w, "ask", p), linear(w, "answer", q)) / np.sqrt(SIZE)
    c = jax.nn.softmax(scores + away, -1) @ q
    pooled = jax.nn.softmax(linear(w, "pool", q)[..., 0] + away[:, 0], -1)
    asked = jnp.einsum("bm,bmd->bd", pooled, q)
    alike = []
    for own, other in zip(p_halves, q_halves):
        cosines = jnp.einsum("bnd,bmd->bnm", own, other) / VECTOR
        alike += [(cosines + away).max(-1), jnp.einsum("bnm,bm->bn", cosines, pooled)]
    n = p.shape[1]
    kinds = jnp.broadcast_to(batch["kinds"][:, None], (*p.shape[:2], batch["kinds"].shape[-1]))
    parts = [p, c, p * c, p * asked[:, None], batch["f"], kinds, jnp.stack(alike, -1)]
    x = jax.nn.gelu(linear(w, "mix", jnp.concatenate(parts, -1)), approximate=False)
    x = dropout(keys[2], x) * p_mask[..., None]
    for block in range(BLOCKS):
        if block == 1:
            x = x + dropout(keys[6], attention(w, norm(w, "attend", x), p_mask))
        x = (x + dropout(keys[3 + block % 3], convolution(w, f"conv{block}", norm(w, f"conv{block}", x), p_mask))) * p_mask[..., None]
    x = norm(w, "final", x)
    out = (1 - p_mask) * -1e4
    look = jax.nn.softmax(linear(w, "look", x)[..., 0] + out, -1)
    judged = jnp.concatenate([jnp.einsum("bn,bnd->bd", look, x), (x + out[..., None]).max(1), asked], -1)
    verdict = linear(w, "judge_out", dropout(keys[7], jax.nn.gelu(linear(w, "judge_in", judged), approximate=False)))
    spans = linear(w, "span", x) + ((1 - batch["open"]) * -1e4)[..., None]
    return spans, verdict


def convolution(w, name, x, mask):
    x = x * mask[..., None]
    side = KERNEL // 2
    padded = jnp.pad(x, ((0, 0), (side, side), (0, 0)))
    mixed = sum(padded[:, k : k + x.shape[1]] * w[name + "_depth"][k] for k in range(KERNEL))
    return linear(w, name + "_out", jax.nn.gelu(linear(w, name + "_in", mixed), approximate=False))


def attention(w, x, mask):
    b, n, d = x.shape
    query, key, value = jnp.split(linear(w, "attend_qkv", x).reshape(b, n, HEADS, 3 * d // HEADS), 3, -1)
    scores = jnp.einsum("bnhd,bmhd->bhnm", query, key) / np.sqrt(d // HEADS)
    shares = jax.nn.softmax(scores + ((1 - mask) * -1e4)[:, None, None], -1)
    return linear(w, "attend_out", jnp.einsum("bhnm,bmhd->bnhd", shares, value).reshape(b, n, d))


def loss_of(w, batch, key):
    spans, verdict = forward(w, batch, key)
    total = 0
    for side in range(2):
        logits = jnp.concatenate([verdict[:, :1], spans[..., side]], -1)
        total += -jnp.take_along_axis(jax.nn.log_softmax(logits), batch["target"][:, side : side + 1], 1)[:, 0]
    answered = (batch["target"][:, 0] > 0).astype(jnp.float32)
    judged = jax.nn.softplus(jnp.where(answered > 0, -verdict[:, 1], verdict[:, 1]))
    return ((total * 0.5 + 0.7 * judged) * batch["weight"]).sum() / batch["weight"].sum()


def batch_of(rows, vectors, features, length, random=None):
    count = len(rows)
    batch = {
        "p": np.zeros((count, length, vectors.shape[1]), np.float32),
        "q": np.zeros((count, QUESTION, vectors.shape[1]), np.float32),
        "f": np.zeros((count, length, features.shape[1]), np.float32),
        "p_mask": np.zeros((count, length), np.float32),
        "q_mask": np.zeros((count, QUESTION), np.float32),
        "open": np.zeros((count, length), np.float32),
        "kinds": np.zeros((count, len(rows[0]["kinds"])), np.float32),
        "target": np.zeros((count, 2), np.int32),
        "weight": np.zeros((count,), np.float32),
    }
    for at, row in enumerate(rows):
        (p, n), (q, m) = row["passage"], row["question"]
        m = min(m, QUESTION)
        batch["p"][at, :n] = vectors[p : p + n]
        batch["q"][at, :m] = vectors[q : q + m]
        batch["f"][at, :n] = features[row["features"] : row["features"] + n]
        batch["p_mask"][at, :n] = 1
        batch["q_mask"][at, :m] = 1
        batch["open"][at, max(0, row["first"]) : n] = 1
        batch["kinds"][at] = row["kinds"]
        batch["weight"][at] = WEIGHTS.get(row["set"], 1)
        if row["spans"]:
            first, last = row["spans"][0]
            batch["target"][at] = (first + 1, last + 1)
            if random is not None and random.random() < MASKED_SENTENCE:
                hidden = [s for s in row["sentences"] if s[0] <= last and s[1] >= first]
                if len(hidden) < len(row["sentences"]):
                    for start, end in hidden:
                        batch["p_mask"][at, start : end + 1] = 0
                        batch["open"][at, start : end + 1] = 0
                    batch["target"][at] = 0
    return batch


def bucket_of(row):
    return next(size for size in BUCKETS if row["passage"][1] <= size)


def batches(rows, random):
    by_size = {}
    for row in rows:
        by_size.setdefault(bucket_of(row), []).append(row)
    made = []
    for size, own in by_size.items():
        random.shuffle(own)
        made += [(size, own[at : at + BATCH]) for at in range(0, len(own) - BATCH + 1, BATCH)]
    random.shuffle(made)
    return made


def best_span(starts, ends):
    scores = starts[:, None] + ends[None, :]
    n = len(starts)
    far = np.tri(n, n, -1, dtype=bool) | ~np.tri(n, n, LONGEST_SPAN, dtype=bool)
    scores = np.where(far, -1e9, scores)
    first, last = np.unravel_index(scores.argmax(), scores.shape)
    return int(first), int(last), float(scores[first, last])


def measure(w, run, rows, vectors, features, favour=0.0, known=None):
    """Finds the best span of each row. `favour` is added for a sentence that has all words of the question."""
    known = [] if known is None else known
    if not known:
        ordered = sorted(rows, key=lambda row: row["passage"][1])
        for at in range(0, len(rows) - BATCH + 1, BATCH):
            part = ordered[at : at + BATCH]
            batch = batch_of(part, vectors, features, bucket_of(part[-1]))
            spans, verdict = (np.asarray(x) for x in run(w, batch))
            known += [(row, span, own, shares) for row, span, own, shares in zip(part, spans, verdict, batch["f"][..., SHARE])]
    found = []
    for row, span, own, shares in known:
        n = row["passage"][1]
        first, last, score = best_span(span[:n, 0] + favour * shares[:n], span[:n, 1])
        found.append((row, first, last, score - favour * shares[first] - 2 * own[0], own[1], shares[first]))
    return found


def best_favour(rows, run, w, vectors, features):
    """Chooses how much the words of the question count, by the right sentences."""
    known = []
    right = [right_sentences(measure(w, run, rows, vectors, features, favour, known)) for favour in FAVOURS]
    print("right sentences by favour", dict(zip(FAVOURS, np.round(right, 3).tolist())), flush=True)
    favour = FAVOURS[int(np.argmax(right))]
    return favour, measure(w, run, rows, vectors, features, favour, known)


def is_right_sentence(row, first):
    return any(s[0] <= first <= s[1] and s[0] <= row["spans"][0][0] <= s[1] for s in row["sentences"])


def right_sentences(found):
    return np.mean([is_right_sentence(row, first) for row, first, *_ in found if row["spans"] and row["set"] != UNSURE])


def overlap(row, first, last):
    start, end = row["spans"][0]
    shared = max(0, min(end, last) - max(start, first) + 1)
    return 2 * shared / (end - start + 1 + last - first + 1)


def auc(answered, other):
    both = np.concatenate([answered, other])
    ranks = both.argsort().argsort()
    return (ranks[: len(answered)].sum() - len(answered) * (len(answered) - 1) / 2) / max(1, len(answered) * len(other))


def report(found):
    for name in sorted({row["set"] for row, *_ in found}):
        own = [each for each in found if each[0]["set"] == name]
        hit = [each for each in own if each[0]["spans"]]
        miss = [each for each in own if not each[0]["spans"]]
        f1 = np.mean([overlap(row, first, last) for row, first, last, *_ in hit]) if hit else 0
        exact = np.mean([overlap(row, first, last) == 1 for row, first, last, *_ in hit]) if hit else 0
        inside = np.mean([is_right_sentence(row, first) for row, first, *_ in hit]) if hit else 0
        areas = [auc(np.array([e[at] for e in hit]), np.array([e[at] for e in miss])) for at in (3, 4)] if hit and miss else []
        print(f"{name}: {len(hit)} answered, {len(miss)} not; overlap {f1:.3f}, exact {exact:.3f}, right sentence {inside:.3f}, AUC {areas}", flush=True)


def calibration(found):
    found = [each for each in found if each[0]["set"] != UNSURE]
    x = np.array([list(numbers) for _, _, _, *numbers in found])
    y = np.array([1.0 if row["spans"] else 0.0 for row, *_ in found])
    full = np.concatenate([x, np.ones((len(x), 1))], 1)
    weights = np.zeros(4)
    for _ in range(50):
        p = 1 / (1 + np.exp(-full @ weights))
        hessian = (full * (p * (1 - p))[:, None]).T @ full + 1e-3 * np.eye(4)
        weights += np.linalg.solve(hessian, full.T @ (y - p) - 1e-3 * weights)
    p = 1 / (1 + np.exp(-full @ weights))
    print(f"calibration {weights.round(3).tolist()}, AUC {auc(p[y > 0], p[y < 1]):.3f}", flush=True)
    return [float(value) for value in weights]


def write(path, weights, bases, favour, calibrated, kinds, features):
    weights = weights | {f"basis{side}": basis for side, basis in enumerate(bases)}
    tensors = {}
    blob = b""
    for name, values in sorted(weights.items()):
        own = np.asarray(values, np.float16)
        tensors[name] = {"shape": list(own.shape), "at": len(blob) // 2}
        blob += own.tobytes()
    model = {
        "release": "1",
        "size": SIZE,
        "heads": HEADS,
        "kernel": KERNEL,
        "blocks": BLOCKS,
        "question": QUESTION,
        "kinds": kinds,
        "features": features,
        "favour": favour,
        "calibration": calibrated,
        "tensors": tensors,
        "weights": base64.b64encode(zlib.compress(blob, 9)).decode(),
    }
    path.write_text(json.dumps(model, separators=(",", ":")) + "\n")


def main():
    jax.config.update("jax_default_prng_impl", "rbg")
    jax.config.update("jax_compilation_cache_dir", str(Path(sys.argv[1]) / "compiled"))
    cache, target = Path(sys.argv[1]), Path(sys.argv[2])
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else 1150
    stop = int(sys.argv[4]) if len(sys.argv) > 4 else 900
    vectors, bases, features, rows = load(cache)
    groups = sorted({row["group"] for row in rows})
    held = {group for at, group in enumerate(groups) if at % HELD_OUT == 5}
    kept = [row for row in rows if row["group"] in held][::3][:1200]
    taught = [row for row in rows if row["group"] not in held]
    taught = [row for at, row in enumerate(taught) if at % THINNED.get((row["set"], bool(row["spans"])), 1) == 0]
    print(f"{len(taught)} rows to learn from, {len(kept)} held out", flush=True)
    w = start_weights(jax.random.PRNGKey(3), vectors.shape[1], len(rows[0]["kinds"]), features.shape[1])
    print(f"{sum(v.size for v in w.values())} weights", flush=True)
    moments = jax.tree.map(jnp.zeros_like, (w, w))
    average = w

    @jax.jit
    def step(w, moments, average, batch, at, key):
        loss, slope = jax.value_and_grad(loss_of)(w, batch, key)
        size = jnp.sqrt(sum((g * g).sum() for g in jax.tree.leaves(slope)))
        slope = jax.tree.map(lambda g: g * jnp.minimum(1, 1 / (size + 1e-6)), slope)
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, moments[0], slope)
        second = jax.tree.map(lambda m, g: 0.98 * m + 0.02 * g * g, moments[1], slope)
        rate = RATE * jnp.minimum(1, (at + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + jnp.cos(jnp.pi * at / steps)))
        near, far = 1 - 0.9 ** (at + 1), 1 - 0.98 ** (at + 1)

        def moved(v, m, s):
            decay = DECAY * v if v.ndim > 1 else 0
            return v - rate * (m / near / (jnp.sqrt(s / far) + 1e-8) + decay)

        w = jax.tree.map(moved, w, first, second)
        mix = jnp.minimum(0.99, (at + 1) / (at + 10))
        average = jax.tree.map(lambda a, v: mix * a + (1 - mix) * v, average, w)
        return w, (first, second), average, loss

    run = jax.jit(lambda w, batch: forward(w, batch))
    random = np.random.default_rng(1)
    key = jax.random.PRNGKey(9)
    at, losses, began = 0, [], time.time()
    while at < stop:
        for size, part in batches(taught, random):
            key, own = jax.random.split(key)
            batch = batch_of(part, vectors, features, size, random)
            w, moments, average, loss = step(w, moments, average, batch, at, own)
            losses.append(float(loss))
            at += 1
            if at % 50 == 0:
                print(f"step {at}, loss {np.mean(losses[-50:]):.3f}, {time.time() - began:.0f} s", flush=True)
            if at % 300 == 0:
                report(measure(average, run, kept[::2], vectors, features))
            if at >= stop:
                break
    favour, found = best_favour(kept, run, average, vectors, features)
    report(found)
    write(target, average, bases, favour, calibration(found), len(rows[0]["kinds"]), features.shape[1])


main()
