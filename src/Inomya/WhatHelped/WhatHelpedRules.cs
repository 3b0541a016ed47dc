using Inomya.Content;

namespace Inomya.WhatHelped;

/// <summary>How what was tried is looked at: content/what-helped/rules.yaml says what each number is.</summary>
public sealed class WhatHelpedRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static WhatHelpedRules Read(ContentFolder content) =>
        content.Read<WhatHelpedRules>("what-helped/rules.yaml");

    public string Rule { get; set; } = "";
    public double MinimalChangeShare { get; set; }
    public int JudgeAfterDays { get; set; }
    public int PictureDays { get; set; }
}
