import { type OnnxGraph, onnxGraph } from "../../bert/onnx-graph";
import { DIMENSIONS } from "../../minilm/embedding-model";
import { type ReaderFile, readerTensors } from "./reader-file";

/** The outputs of the network. */
export const outputs = { spans: "spans", verdict: "verdict" } as const;

type Network = { graph: OnnxGraph; file: ReaderFile; tensor: ReturnType<typeof readerTensors> };

/**
 * Builds the ONNX model of the reader. `passage` [n, 768] and `question` [m, 768] are vectors. `numbers` [n, k] are those of each piece of the
 * passage, then the kinds of the question. `spans` [n, 2] says how well an answer starts and ends at each piece. `verdict` [1, 2] says that there is
 * none, and that there is one. `training/reader/train.py` trains the same network.
 */
export function readerOnnx(file: ReaderFile): Uint8Array {
  const graph = onnxGraph("reader");
  const network = { graph, file, tensor: readerTensors(file) };
  const { node } = graph;
  const passage = halves(network, "passage");
  const question = halves(network, "question");
  const p = linear(network, "project", passage.joined, "p");
  const q = linear(network, "project", question.joined, "q");

  const scores = scaled(
    network,
    product(
      graph,
      linear(network, "ask", p, "asking"),
      linear(network, "answer", q, "answering"),
      "scores",
    ),
    1 / Math.sqrt(file.size),
  );
  const c = node("MatMul", [softmax(graph, scores, 1), q], "context");
  const weights = softmax(graph, linear(network, "pool", q, "pool_scores"), 0);
  const asked = node("MatMul", [node("Transpose", [weights], "pool_row"), q], "asked");

  const alike = [0, 1].flatMap((side) => {
    const cosines = scaled(
      network,
      product(graph, passage.parts[side] ?? "", question.parts[side] ?? "", `cosines_${side}`),
      1 / DIMENSIONS,
    );
    return [
      node("ReduceMax", [cosines], `alike_most_${side}`, {
        attributes: { axes: [1], keepdims: 1 },
      }),
      node("MatMul", [cosines, weights], `alike_mean_${side}`),
    ];
  });
  const mixed = node(
    "Concat",
    [p, c, node("Mul", [p, c], "both"), node("Mul", [p, asked], "about"), "numbers", ...alike],
    "parts",
    { attributes: { axis: 1 } },
  );
  let x = gelu(graph, linear(network, "mix", mixed, "mixed"));
  for (let block = 0; block < file.blocks; block++) {
    if (block === 1) x = attention(network, x);
    x = convolution(network, `conv${block}`, x);
  }
  x = norm(network, "final", x);
  linear(network, "span", x, outputs.spans);
  judge(network, x, asked);
  const width = file.features + file.kinds;
  return graph.encode(
    {
      passage: { type: "float", shape: ["n", 2 * DIMENSIONS] },
      question: { type: "float", shape: ["m", 2 * DIMENSIONS] },
      numbers: { type: "float", shape: ["n", width] },
    },
    { [outputs.spans]: ["n", 2], [outputs.verdict]: [1, 2] },
  );
}

/** The vectors of the last and of the inner layer, each with mean 0 and variance 1, in the directions in which vectors differ most. */
function halves({ graph, tensor }: Network, input: string) {
  const { node } = graph;
  const parts = ["basis0", "basis1"].map((name, side) => {
    const range = [
      graph.integers(`${input}_from_${side}`, [side * DIMENSIONS]),
      graph.integers(`${input}_to_${side}`, [(side + 1) * DIMENSIONS]),
      graph.integers(`${input}_axis_${side}`, [1]),
    ];
    const own = node("Slice", [input, ...range], `${input}_half_${side}`);
    const ones = new Float32Array(DIMENSIONS).fill(1);
    const scale = [
      graph.floats(`${input}_ones_${side}`, [DIMENSIONS], ones),
      graph.floats(`${input}_zeros_${side}`, [DIMENSIONS], new Float32Array(DIMENSIONS)),
    ];
    const plain = node("LayerNormalization", [own, ...scale], `${input}_plain_${side}`, {
      attributes: { axis: -1, epsilon: { float: 1e-5 } },
    });
    const { shape, values } = tensor(name);
    const basis = graph.floats(`${input}_${name}`, shape, values);
    return node("MatMul", [plain, basis], `${input}_kept_${side}`);
  });
  return { parts, joined: node("Concat", parts, `${input}_joined`, { attributes: { axis: 1 } }) };
}

function linear({ graph, tensor }: Network, name: string, from: string, to: string): string {
  const weight = tensor(name);
  const bias = tensor(`${name}_bias`);
  const product = graph.node(
    "MatMul",
    [from, graph.floats(`${to}_weight`, weight.shape, weight.values)],
    `${to}_product`,
  );
  return graph.node("Add", [product, graph.floats(`${to}_bias`, bias.shape, bias.values)], to);
}

function norm({ graph, tensor }: Network, name: string, from: string): string {
  const gain = tensor(`${name}_gain`);
  const shift = tensor(`${name}_shift`);
  const operands = [
    from,
    graph.floats(`${name}_gain`, gain.shape, gain.values),
    graph.floats(`${name}_shift`, shift.shape, shift.values),
  ];
  return graph.node("LayerNormalization", operands, `${name}_norm`, {
    attributes: { axis: -1, epsilon: { float: 1e-5 } },
  });
}

function product({ node }: OnnxGraph, a: string, b: string, to: string): string {
  return node("MatMul", [a, node("Transpose", [b], `${to}_transposed`)], to);
}

function scaled({ graph }: Network, from: string, factor: number): string {
  const by = graph.floats(`${from}_factor`, [1], Float32Array.of(factor));
  return graph.node("Mul", [from, by], `${from}_scaled`);
}

function softmax({ node }: OnnxGraph, from: string, axis: number): string {
  return node("Softmax", [from], `${from}_shares`, { attributes: { axis } });
}

function gelu({ node }: OnnxGraph, from: string): string {
  return node("Gelu", [from], `${from}_gelu`, { microsoft: true });
}

/** Each piece with its neighbours: the same weights at each piece, for each number apart. */
function convolution(network: Network, name: string, x: string): string {
  const { graph, file, tensor } = network;
  const { node } = graph;
  const { size, kernel } = file;
  const depth = tensor(`${name}_depth`);
  const turned = new Float32Array(size * kernel);
  for (let at = 0; at < kernel; at++)
    for (let column = 0; column < size; column++)
      turned[column * kernel + at] = depth.values[at * size + column] ?? 0;
  const first = graph.integers(`${name}_first`, [0]);
  const across = node(
    "Unsqueeze",
    [node("Transpose", [norm(network, name, x)], `${name}_across`), first],
    `${name}_batch`,
  );
  const near = node(
    "Conv",
    [across, graph.floats(`${name}_kernel`, [size, 1, kernel], turned)],
    `${name}_near`,
    {
      attributes: { group: size, pads: [(kernel - 1) / 2, (kernel - 1) / 2] },
    },
  );
  const back = node(
    "Transpose",
    [node("Squeeze", [near, first], `${name}_single`)],
    `${name}_back`,
  );
  const inner = gelu(graph, linear(network, `${name}_in`, back, `${name}_inner`));
  return node("Add", [x, linear(network, `${name}_out`, inner, `${name}_outer`)], `${name}_sum`);
}

/** All pieces with all others. The weights of query, key and value lie together, head by head. */
function attention(network: Network, x: string): string {
  const { graph, file } = network;
  const { node } = graph;
  const width = file.size / file.heads;
  const all = linear(network, "attend_qkv", norm(network, "attend", x), "attend_all");
  const slice = (from: number, to: number, name: string) =>
    node(
      "Slice",
      [
        all,
        graph.integers(`${name}_from`, [from]),
        graph.integers(`${name}_to`, [to]),
        graph.integers(`${name}_axis`, [1]),
      ],
      name,
    );
  const heads = Array.from({ length: file.heads }, (_, head) => {
    const at = head * 3 * width;
    const query = slice(at, at + width, `query_${head}`);
    const key = slice(at + width, at + 2 * width, `key_${head}`);
    const value = slice(at + 2 * width, at + 3 * width, `value_${head}`);
    const scores = scaled(
      network,
      product(graph, query, key, `attend_${head}`),
      1 / Math.sqrt(width),
    );
    return node("MatMul", [softmax(graph, scores, 1), value], `head_${head}`);
  });
  const joined = node("Concat", heads, "heads", { attributes: { axis: 1 } });
  return node("Add", [x, linear(network, "attend_out", joined, "attended")], "attend_sum");
}

function judge(network: Network, x: string, asked: string): void {
  const { graph } = network;
  const { node } = graph;
  const look = softmax(graph, linear(network, "look", x, "look_scores"), 0);
  const seen = node("MatMul", [node("Transpose", [look], "look_row"), x], "seen");
  const most = node("ReduceMax", [x], "most", { attributes: { axes: [0], keepdims: 1 } });
  const joined = node("Concat", [seen, most, asked], "judged", { attributes: { axis: 1 } });
  const inner = gelu(graph, linear(network, "judge_in", joined, "judge_inner"));
  linear(network, "judge_out", inner, outputs.verdict);
}
