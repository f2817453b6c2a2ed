import { access } from "node:fs/promises";
import { join } from "node:path";

/** Must change if the same text would get another vector. */
export const E5_MODEL = "multilingual-e5-small-int8@1";

/** The folder of the model's files within the one of all local models. */
export const E5_FOLDER = "multilingual-e5-small";

/** The file whose presence says that the folder is complete. */
export const MODEL_FILE = "model.onnx";

/** Returns whether a folder holds a model that `addE5` made. */
export async function hasE5(directory: string): Promise<boolean> {
  return access(join(directory, MODEL_FILE)).then(
    () => true,
    () => false,
  );
}
