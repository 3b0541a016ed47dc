namespace Inomya.WhatHelped;

/// <summary>Money or hours that a treatment cost.</summary>
/// <param name="Unit">ISO 4217 currency, or "h".</param>
public sealed record Total(double Amount, string Unit);
