export const trashInput = { trashed: true, limit: 50 };
