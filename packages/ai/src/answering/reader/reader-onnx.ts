import { type BertShape, bertEncoder, type Tensors } from "../../bert/bert-onnx";

/** The outputs of the network. */
export const outputs = { spans: "spans", verdict: "verdict" } as const;

/**
 * Builds the ONNX model of the reader from the encoder's shape and the weights of `readerTensors`. Inputs: `input_ids`, `attention_mask` and
 * `token_type_ids`, all [batch, tokens], of a question and a passage that are read together. `spans` [batch, tokens, 2] says how well an answer
 * starts and ends at each piece. `verdict` [batch, 1, 1] is the leaning towards there being an answer. `training/reader/train.py` trains the same network.
 */
export function readerOnnx(shape: BertShape, weights: Tensors): Uint8Array {
  const { graph, hidden } = bertEncoder({ ...shape, readsTypes: true }, weights);
  const head = (name: string, from: string, size: number) => {
    const [weight, bias] = [weights(name), weights(`${name}_bias`)];
    if (!weight || !bias) throw new Error(`The reader has no weights named ${name}`);
    const columns = new Float32Array(weight.values.length);
    for (let row = 0; row < size; row++)
      for (let column = 0; column < shape.hidden; column++)
        columns[column * size + row] = weight.values[row * shape.hidden + column] ?? 0;
    const product = graph.node(
      "MatMul",
      [from, graph.floats(`${name}_weight`, [shape.hidden, size], columns)],
      `${name}_product`,
    );
    return graph.node("Add", [product, graph.floats(`${name}_bias`, [size], bias.values)], name);
  };
  graph.node("Identity", [head("span", hidden, 2)], outputs.spans);
  const first = graph.node("Slice", [hidden, "zero", "one", "one"], "first_piece");
  head("verdict", first, 1);
  return graph.encode(
    {
      input_ids: ["batch", "tokens"],
      attention_mask: ["batch", "tokens"],
      token_type_ids: ["batch", "tokens"],
    },
    { [outputs.spans]: ["batch", "tokens", 2], [outputs.verdict]: ["batch", 1, 1] },
  );
}
