import { z } from "zod";
import { actionId } from "../../ids";

/** The actions that a command moves at once. */
export const someActions = z.object({ ids: z.array(actionId).min(1).max(200) });
