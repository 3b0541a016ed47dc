using Inomya.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Inomya.Web.Reminders;

/// <summary>The mail password and the calendar's address.</summary>
public sealed class ReminderSecrets(IDataProtectionProvider protection)
    : MachineSecrets(protection, "Inomya.Reminders");
