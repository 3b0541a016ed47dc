using Inomya.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Inomya.Web.Backups;

/// <summary>The recovery key of backups that are made by themselves, and the key of a store.</summary>
public sealed class BackupSecrets(IDataProtectionProvider protection) : MachineSecrets(protection, "Inomya.Backups");
