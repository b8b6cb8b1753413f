import type { TensorType } from '../../tensor-types.ts'

/** Parts of names that the converter leaves in f32 whatever their shape. */
const F32_PARTS = [
  'ffn_gate_inp.',
  'ffn_gate_inp_shexp.',
  'ssm_conv1d',
  'shortconv.conv.',
  'altup_correct_coef',
  'altup_predict_coef',
] as const
const F32_NAMES: ReadonlySet<string> = new Set(['position_embd.weight', 'token_types.weight'])

/**
 * The type a tensor has in a freshly converted file of 16 bits (or 32): vectors, norms and routers in f32; gpt-oss
 * publishes its experts in mxfp4 and they stay so. Source: conversion/base.py prepare_tensors(),
 * conversion/gpt_oss.py.
 */
export function sourceType(
  architecture: string,
  name: string,
  shape: readonly number[],
  wide: 'f16' | 'bf16' | 'f32',
): TensorType {
  const isF32 =
    shape.length <= 1 ||
    !name.endsWith('.weight') ||
    name.endsWith('_norm.weight') ||
    F32_NAMES.has(name) ||
    F32_PARTS.some((part) => name.includes(part))
  if (isF32) return 'f32'
  return architecture === 'gpt-oss' && name.endsWith('_exps.weight') ? 'mxfp4' : wide
}
