/** The border with the Wasm module, as the module's project declares it. */
export type {
  Bytes,
  EncryptArguments,
  EngineModule,
  HeldKey,
  HostFunctions,
  Judging,
  OpenArguments,
  Outcome,
  Refusal,
  Settings,
  SignArguments,
} from '../../../../client-wasm/src/main/js/types.ts';
