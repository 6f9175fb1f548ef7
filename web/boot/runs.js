/** Whether this browser lets a program run here at all: Lockdown Mode of iOS and the
 * hardened mode of Edge have no WebAssembly, and a policy of the host may forbid it.
 * The program that is tried is empty. */
export const canRun = () => {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return false;
  }
};
