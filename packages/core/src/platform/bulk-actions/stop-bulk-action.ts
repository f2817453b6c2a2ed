import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/operation";
import { isOpen, operationId } from "./contract";

/** Asks an operation to end after the run that it is at. What it has done stays done. */
export const stopOperation = platformCommand({
  action: "operation.stop",
  input: z.object({ id: operationId }),

  async run({ operations, clock }, { id }) {
    const operation = (await operations.find(id)) ?? notFound("Operation", id);
    if (!isOpen(operation)) conflict("The operation is over already");
    if (!operation.stopAskedAt) await operations.updateOpen(id, { stopAskedAt: clock() });
  },
});
