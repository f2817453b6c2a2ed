import { elementType, type OnnxGraph, onnxGraph } from "./onnx-graph";
/** Numbers in the shape that a model's file says. */
export type Tensor = { shape: number[]; values: Float32Array };

/** Returns a tensor by its name in BERT as 32-bit floats, or null if there is none. */
export type Tensors = (name: string) => Tensor | null;

/** An encoder of BERT's shape: MiniLM has 6 layers, E5 small 12, and both 384 numbers a token in 12 heads. */
export type BertShape = {
  name: string;
  layers: number;
  hidden: number;
  heads: number;
  epsilon: number;
  /** The layer, counted from 0, whose vectors are an output, too: `layer_3`. Inner layers know more of single words than the last. */
  inner?: number;
  /** Asks for an input `token_type_ids` [batch, tokens]. Without it, the type of every token is 0. */
  readsTypes?: boolean;
};

/**
 * Builds the ONNX model of an encoder with its linear layers and word vectors in 8 bits. Inputs: `input_ids` and `attention_mask`, both
 * [batch, tokens]. Outputs: `last_hidden_state` [batch, tokens, hidden] and `sentence_embedding` [batch, hidden], mean-pooled and of unit
 * length.
 */
export function bertOnnx(shape: BertShape, weights: Tensors): Uint8Array {
  const { graph, hidden } = bertEncoder(shape, weights);
  pooling(graph, hidden);
  return graph.encode(
    { input_ids: ["batch", "tokens"], attention_mask: ["batch", "tokens"] },
    {
      ...(shape.inner !== undefined && {
        [`layer_${shape.inner}`]: ["batch", "tokens", shape.hidden],
      }),
      last_hidden_state: ["batch", "tokens", shape.hidden],
      sentence_embedding: ["batch", shape.hidden],
    },
  );
}

/** Builds the encoder alone. `hidden` is the name of its last layer's vectors, to which heads can be added. */
export function bertEncoder(
  shape: BertShape,
  weights: Tensors,
): { graph: OnnxGraph; hidden: string } {
  const graph = onnxGraph(shape.name);
  const weight = (name: string) => {
    const tensor = weights(name) ?? weights(`bert.${name}`);
    if (!tensor) throw new Error(`The weights of ${shape.name} lack ${name}`);
    return tensor;
  };
  const model = { graph, weight, shape };
  graph.integers("zero", [0]);
  graph.integers("one", [1]);
  graph.integers("two", [2]);
  graph.integers("last_axis", [-1]);
  const { node } = graph;

  node("Cast", ["attention_mask"], "mask_int", { attributes: { to: elementType.int32 } });
  node("Cast", ["attention_mask"], "mask_float", { attributes: { to: elementType.float } });

  let hidden = embeddings(model);
  for (let layer = 0; layer < shape.layers; layer++) hidden = encoderLayer(model, layer, hidden);
  return { graph, hidden };
}

type Model = { graph: OnnxGraph; weight: (name: string) => Tensor; shape: BertShape };

function embeddings(model: Model): string {
  const { graph, weight, shape } = model;
  const { node } = graph;
  const words = weight("embeddings.word_embeddings.weight");
  const { quantised, scales } = quantiseRows(words);
  graph.bytes("words", words.shape, quantised);
  graph.floats("word_scales", [scales.length, 1], scales);
  node("Gather", ["words", "input_ids"], "word_bytes", { attributes: { axis: 0 } });
  node("Cast", ["word_bytes"], "word_floats", { attributes: { to: elementType.float } });
  node("Gather", ["word_scales", "input_ids"], "word_scale", { attributes: { axis: 0 } });
  node("Mul", ["word_floats", "word_scale"], "word");

  const positions = weight("embeddings.position_embeddings.weight");
  const types = weight("embeddings.token_type_embeddings.weight");
  // The vector of the type 0 is the same for every token, so it is added to the positions beforehand.
  const shifted = positions.values.map(
    (value, index) => value + (shape.readsTypes ? 0 : (types.values[index % shape.hidden] ?? 0)),
  );
  graph.floats("positions", positions.shape, shifted);
  node("Shape", ["input_ids"], "shape");
  node("Slice", ["shape", "one", "two", "zero"], "length");
  node("Slice", ["positions", "zero", "length", "zero"], "position");
  let embedded = node("Add", ["word", "position"], "embedded");
  if (shape.readsTypes) {
    graph.floats("types", types.shape, types.values);
    node("Gather", ["types", "token_type_ids"], "type", { attributes: { axis: 0 } });
    embedded = node("Add", [embedded, "type"], "embedded_typed");
  }
  return layerNorm(model, embedded, "embeddings.LayerNorm", "embedded_norm");
}

function encoderLayer(model: Model, layer: number, input: string): string {
  const { graph, weight, shape } = model;
  const { node } = graph;
  const path = `encoder.layer.${layer}`;
  const dense = (from: string, name: string, to: string) =>
    linear(graph, weight(`${path}.${name}.weight`), weight(`${path}.${name}.bias`), {
      from,
      to: `${to}_${layer}`,
    });

  const query = dense(input, "attention.self.query", "query");
  const key = dense(input, "attention.self.key", "key");
  const value = dense(input, "attention.self.value", "value");
  const context = node(
    "MultiHeadAttention",
    [query, key, value, "", "mask_int"],
    `context_${layer}`,
    { attributes: { num_heads: shape.heads }, microsoft: true },
  );
  const attended = node(
    "Add",
    [dense(context, "attention.output.dense", "attention"), input],
    `attended_${layer}`,
  );
  const norm = `${path}.attention.output.LayerNorm`;
  const normal = layerNorm(model, attended, norm, `attended_norm_${layer}`);
  const inner = node("Gelu", [dense(normal, "intermediate.dense", "inner")], `gelu_${layer}`, {
    microsoft: true,
  });
  const outer = node("Add", [dense(inner, "output.dense", "outer"), normal], `sum_${layer}`);
  const output = layer === shape.layers - 1 ? "last_hidden_state" : `layer_${layer}`;
  return layerNorm(model, outer, `${path}.output.LayerNorm`, output);
}

function pooling({ node }: OnnxGraph, hidden: string): void {
  const withoutAxis = { attributes: { keepdims: 0 } };
  node("Unsqueeze", ["mask_float", "last_axis"], "mask_column");
  node("Mul", [hidden, "mask_column"], "masked");
  node("ReduceSum", ["masked", "one"], "total", withoutAxis);
  node("ReduceSum", ["mask_column", "one"], "tokens_counted", withoutAxis);
  node("Div", ["total", "tokens_counted"], "mean");
  node("LpNormalization", ["mean"], "sentence_embedding", { attributes: { axis: 1, p: 2 } });
}

function linear(
  graph: OnnxGraph,
  weight: Tensor,
  bias: Tensor,
  { from, to }: { from: string; to: string },
): string {
  const { quantised, scales } = quantiseRows(weight);
  const [outputs = 0, inputs = 0] = weight.shape;
  const transposed = new Int8Array(quantised.length);
  for (let row = 0; row < outputs; row++)
    for (let column = 0; column < inputs; column++)
      transposed[column * outputs + row] = quantised[row * inputs + column] ?? 0;

  const operands = [
    from,
    graph.bytes(`${to}_weight`, [inputs, outputs], transposed),
    graph.floats(`${to}_scale`, [outputs], scales),
    graph.bytes(`${to}_zero`, [outputs], new Int8Array(outputs)),
    graph.floats(`${to}_bias`, bias.shape, bias.values),
  ];
  return graph.node("DynamicQuantizeMatMul", operands, to, { microsoft: true });
}

function layerNorm(
  { graph, weight, shape }: Model,
  from: string,
  name: string,
  to: string,
): string {
  const scale = weight(`${name}.weight`);
  const shift = weight(`${name}.bias`);
  const operands = [
    from,
    graph.floats(`${to}_gain`, scale.shape, scale.values),
    graph.floats(`${to}_shift`, shift.shape, shift.values),
  ];
  const attributes = { axis: -1, epsilon: { float: shape.epsilon } };
  return graph.node("LayerNormalization", operands, to, { attributes });
}

/** Quantises symmetrically with one scale for each row: the row's largest magnitude becomes 127. */
function quantiseRows({ shape, values }: Tensor): { quantised: Int8Array; scales: Float32Array } {
  const [rows = 0, columns = 0] = shape;
  const quantised = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cells = values.subarray(row * columns, (row + 1) * columns);
    const scale = cells.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1;
    scales[row] = scale;
    for (let column = 0; column < columns; column++)
      quantised[row * columns + column] = Math.round((cells[column] ?? 0) / scale);
  }
  return { quantised, scales };
}
