import onnxProto from "onnx-proto";

const { ModelProto } = onnxProto.onnx;

const FLOAT = 1;
const INT8 = 3;
const INT32 = 6;
const INT64 = 7;
const MICROSOFT = "com.microsoft";

type AttributeValue = number | number[] | { float: number };
/** 64-bit integers unless `type` is `float`. */
type Input = (string | number)[] | { type: "float"; shape: (string | number)[] };
type NodeOptions = { attributes?: Record<string, AttributeValue>; microsoft?: boolean };

/** The ONNX element types that a graph may cast to. */
export const elementType = { float: FLOAT, int32: INT32 } as const;

export type OnnxGraph = ReturnType<typeof onnxGraph>;

/**
 * Assembles an ONNX model (opset 17 and Microsoft's contrib operators). Every method returns the name of its result, which can be an
 * input of the next node.
 */
export function onnxGraph(name: string) {
  const nodes: object[] = [];
  const initializers: object[] = [];

  function constant(id: string, dims: number[], dataType: number, array: ArrayBufferView): string {
    const rawData = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    initializers.push({ name: id, dims, dataType, rawData });
    return id;
  }

  return {
    floats: (id: string, dims: number[], values: Float32Array) => constant(id, dims, FLOAT, values),
    bytes: (id: string, dims: number[], values: Int8Array) => constant(id, dims, INT8, values),
    integers: (id: string, values: number[]) =>
      constant(id, [values.length], INT64, BigInt64Array.from(values, BigInt)),

    node(operator: string, input: string[], output: string, options: NodeOptions = {}): string {
      nodes.push({
        name: `${operator}_${output}`,
        opType: operator,
        input,
        output: [output],
        attribute: Object.entries(options.attributes ?? {}).map(attribute),
        ...(options.microsoft && { domain: MICROSOFT }),
      });
      return output;
    },

    /** Returns the model as a file's bytes. Inputs and outputs have the given shapes; outputs are floats. */
    encode(
      inputs: Record<string, Input>,
      outputs: Record<string, (string | number)[]>,
    ): Uint8Array {
      const graph = {
        name,
        node: nodes,
        initializer: initializers,
        input: Object.entries(inputs).map(([id, input]) =>
          Array.isArray(input) ? valueInfo(id, INT64, input) : valueInfo(id, FLOAT, input.shape),
        ),
        output: Object.entries(outputs).map(([id, shape]) => valueInfo(id, FLOAT, shape)),
      };
      const opsetImport = [
        { domain: "", version: 17 },
        { domain: MICROSOFT, version: 1 },
      ];
      return ModelProto.encode({
        irVersion: 8,
        producerName: "besunny",
        graph,
        opsetImport,
      }).finish();
    },
  };
}

function attribute([name, value]: [string, AttributeValue]) {
  if (Array.isArray(value)) return { name, type: 7, ints: value };
  if (typeof value === "object") return { name, type: 1, f: value.float };
  return { name, type: 2, i: value };
}

function valueInfo(name: string, elemType: number, shape: (string | number)[]) {
  const dim = shape.map((size) =>
    typeof size === "number" ? { dimValue: size } : { dimParam: size },
  );
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
