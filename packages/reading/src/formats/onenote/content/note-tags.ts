import type { ObjectSpace, OneObject } from "../store/one-store";
import { propertyIds } from "../store/property-ids";
import { textOf } from "../store/values";

/** The shapes of tags that a person can check ([MS-ONE] 2.3.86). */
const checkBoxes = new Set([
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 28, 30, 32, 48, 50, 52, 69, 71, 73, 94, 95, 96, 97, 98, 99,
]);

/**
 * Returns the tags of a paragraph, picture or file as text before it: `[x]` and `[ ]` for tasks, the label of other tags in brackets.
 * A task with a label of its own shows it too. Returns "" without tags.
 */
export function tagsOf(node: OneObject, space: ObjectSpace): string {
  const words = (node.sets.get(propertyIds.tags) ?? []).flatMap((tag) => {
    const definition = space.object(tag.objects.get(propertyIds.tagDefinition)?.[0]);
    const label = definition ? textOf(definition, propertyIds.tagLabel).trim() : "";
    const shape = definition?.numbers.get(propertyIds.tagShape) ?? 0;
    const status = tag.numbers.get(propertyIds.tagStatus) ?? 0;
    const isDone = (status & 1) === 1 || (tag.numbers.get(propertyIds.tagCompleted) ?? 0) > 0;
    const isTask = checkBoxes.has(shape) || (status & 4) === 4;
    const box = isDone ? "[x]" : "[ ]";
    const named = label === "" ? [] : [`[${label}]`];
    if (!isTask) return named;
    return isPlainTask(label) ? [box] : [box, ...named];
  });
  return words.join(" ");
}

/** The box alone says so. */
function isPlainTask(label: string): boolean {
  return /^(to[ -]?do|aufgaben?|tâche|à faire|tarea|pendiente|attività|tarefa)?$/i.test(label);
}
