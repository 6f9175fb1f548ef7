/** Whether a connection is paid by the megabyte, or is to save data.
 * @param {{saveData?: boolean, type?: string} | undefined} connection navigator.connection, which few browsers have */
export const isMetered = (connection) => !!connection && (!!connection.saveData || connection.type === "cellular");
