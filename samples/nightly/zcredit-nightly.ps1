# One night's run on Windows, and with -Register the task that starts it every weekday at 02:30.
# Exit codes are those of zcredit: 0 nothing new, 1 something new to look at, 2 the run was not done.
param(
    [string]$Base = 'C:\zcredit',
    [switch]$Register
)
$ErrorActionPreference = 'Stop'

if ($Register) {
    $argument = "-NoProfile -ExecutionPolicy Bypass -File `"$PSCommandPath`" -Base `"$Base`""
    $action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $argument
    $trigger = New-ScheduledTaskTrigger -Weekly -DaysOfWeek Monday, Tuesday, Wednesday, Thursday, Friday -At '02:30'
    $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew
    Register-ScheduledTask -TaskName 'zcredit nightly' -Action $action -Trigger $trigger -Settings $settings
    exit 0
}

$exports = Join-Path $Base 'exports'
$day = Get-Date -Format 'yyyy-MM-dd'
$out = Join-Path $Base ('results\' + (Get-Date -Format 'yyyy-MM-dd-HHmmss'))
$arguments = @(
    'check',
    '--transcript', (Join-Path $exports 'transcripts*.csv'),
    '--policy', (Join-Path $Base 'policy.json'),
    '--award-date', $day,
    '--out', $out,
    '--since', 'latest',
    '--fail-on-new'
)
$optional = [ordered]@{
    '--scores'    = (Join-Path $exports 'scores.csv')
    '--students'  = (Join-Path $exports 'students.csv')
    '--approvals' = (Join-Path $Base 'approvals.csv')
    '--accepted'  = (Join-Path $Base 'accepted.csv')
}
foreach ($flag in $optional.Keys) {
    if (Test-Path -LiteralPath $optional[$flag]) { $arguments += $flag, $optional[$flag] }
}
$logs = @(Get-ChildItem -Path (Join-Path $Base 'accepted\*\decision-log.csv') -ErrorAction SilentlyContinue)
if ($logs.Count -gt 0) { $arguments += @('--pending') + $logs.FullName }

& zcredit @arguments
exit $LASTEXITCODE
