/** Says that a hosted model cannot be used. The message is a sentence that says which setting to change. */
export class ModelProblem extends Error {
  override readonly name = "ModelProblem";
}
