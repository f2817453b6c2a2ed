import { listTags } from "./list-tags";
import { mergeTags } from "./merge-tags";
import { removeTag } from "./remove-tag";
import { renameTag } from "./rename-tag";
import { tagDocuments } from "./tag-documents";

/** Every operation of the slice. */
export const tagsOperations = [listTags, mergeTags, removeTag, renameTag, tagDocuments] as const;
