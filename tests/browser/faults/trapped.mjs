// A test build: the module of dist/ with methods that trap.
import binaryen from 'binaryen';

/** @param {Uint8Array} wasm @param {string} method  an exported function @returns {Uint8Array} */
export function trapped(wasm, method) {
  const module = binaryen.readBinary(wasm);
  try {
    const exported = binaryen.getExportInfo(module.getExport(method));
    const old = binaryen.getFunctionInfo(module.getFunction(exported.value));
    module.removeFunction(exported.value);
    module.addFunction(exported.value, old.params, old.results, [], module.unreachable());
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
