using Inomya.Importing;

namespace Inomya.Tests.Importing.Devices;

/// <summary>One small made file of each format that is text, in the shape in which its maker writes it.</summary>
internal static class DeviceSamples
{
    public static IReadOnlyList<(string Format, string Name, string Text)> All { get; } =
    [
        (
            "samples-json",
            "ingest.json",
            """
            [{"measure":"steps","start":"2026-06-29T07:00:00Z","end":"2026-06-29T07:15:00Z","value":412,"unit":"count","source":"Watch"},
            {"measure":"body_weight","time":"2026-06-29T05:00:00Z","value":70,"unit":"kg"},
            {"measure":"sleep","start":"2026-06-28T22:00:00Z","end":"2026-06-28T23:00:00Z","stage":"deep","source":"Ring"}]
            """
        ),
        (
            "fitbit-json",
            "steps-2026-06-29.json",
            """
            [{"dateTime":"06/29/26 20:16:00","value":"0"},
            {"dateTime":"06/29/26 20:18:00","value":"13"}]
            """
        ),
        (
            "fitbit-json",
            "heart_rate-2026-06-29.json",
            """
            [{"dateTime":"06/29/26 06:00:00","value":{"bpm":63,"confidence":2}},
            {"dateTime":"06/29/26 06:00:05","value":{"bpm":70,"confidence":0}},
            {"dateTime":"06/29/26 06:00:10","value":{"bpm":300,"confidence":1}}]
            """
        ),
        (
            "fitbit-json",
            "resting_heart_rate-2026-06-29.json",
            """
            [{"dateTime":"06/29/26 00:00:00","value":{"date":"06/29/26","value":57.5,"error":6.7}},
            {"dateTime":"06/30/26 00:00:00","value":{"date":null,"value":0.0,"error":0.0}}]
            """
        ),
        (
            "fitbit-json",
            "weight-2026-06-29.json",
            """
            [{"logId":1,"weight":150.0,"bmi":23.1,"date":"06/29/26","time":"07:30:00","source":"Aria"}]
            """
        ),
        (
            "fitbit-json",
            "sleep-2026-06-29.json",
            """
            [{"logId":1,"dateOfSleep":"2026-06-29","startTime":"2026-06-28T23:00:00.000","endTime":"2026-06-29T01:00:00.000",
            "duration":7200000,"minutesAsleep":110,"minutesAwake":10,"timeInBed":120,"type":"stages","mainSleep":true,
            "levels":{"summary":{},"data":[
            {"dateTime":"2026-06-28T23:00:00.000","level":"light","seconds":3600},
            {"dateTime":"2026-06-29T00:00:00.000","level":"deep","seconds":1800},
            {"dateTime":"2026-06-29T00:30:00.000","level":"rem","seconds":1800}],
            "shortData":[{"dateTime":"2026-06-28T23:10:00.000","level":"wake","seconds":120}]}},
            {"logId":2,"dateOfSleep":"2026-06-29","startTime":"2026-06-29T14:00:00.000","endTime":"2026-06-29T14:40:00.000",
            "type":"classic","minutesAsleep":38,"levels":{"data":[
            {"dateTime":"2026-06-29T14:00:00.000","level":"asleep","seconds":2280},
            {"dateTime":"2026-06-29T14:38:00.000","level":"restless","seconds":120}]}}]
            """
        ),
        (
            "fitbit-api",
            "activities-steps.json",
            """
            {"activities-steps":[{"dateTime":"2026-06-29","value":"3212"}],"activities-steps-intraday":{"dataset":[
            {"time":"00:00:00","value":7},{"time":"14:28:00","value":52}],"datasetInterval":1,"datasetType":"minute"}}
            """
        ),
        (
            "fitbit-api",
            "body-weight.json",
            """
            {"weight":[{"bmi":21.48,"date":"2026-06-29","logId":1431541739000,"time":"18:28:59","weight":56.7}]}
            """
        ),
        (
            "fitbit-series",
            "steps_2026-06-01.csv",
            """
            timestamp,steps,data source
            2026-06-29T06:00:00Z,500,Fitbit Tracker
            2026-06-29T06:00:00.123Z,400,Phone Health Kit
            """
        ),
        (
            "fitbit-series",
            "weight.csv",
            """
            timestamp,weight grams,data source
            2026-06-29T05:00:00.123456Z,70500,Scale
            """
        ),
        (
            "fitbit-series",
            "heart_rate_2026-06-29.csv",
            """
            timestamp,beats per minute,data source
            2026-06-29T06:00:00Z,60.5,Google Fitbit Air
            2026-06-29T06:00:05Z,300,Google Fitbit Air
            """
        ),
        (
            "fitbit-series",
            "daily_resting_heart_rate.csv",
            """
            timestamp,beats per minute,data source
            2026-06-29T00:00:00Z,57,Tracker
            2026-06-30T00:00:00Z,0,Tracker
            """
        ),
        (
            "fitbit-nights",
            "Daily Heart Rate Variability Summary - 2026-06-(29).csv",
            """
            timestamp,rmssd,nremhr,entropy
            2026-06-29T00:00:00,29.232,49.623,2.472
            """
        ),
        (
            "fitbit-nights",
            "sleep_score.csv",
            """
            sleep_log_entry_id,timestamp,overall_score,composition_score,resting_heart_rate,restlessness
            50000000001,2026-06-29T04:58:30Z,74,,53,0.0873
            """
        ),
        (
            "fitbit-sleeps",
            "UserSleeps_2026-06-01.csv",
            """
            sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,minutes_awake,minutes_longest_awakening,minutes_to_persistent_sleep,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source
            111,STAGES,480,5,12,420,48,10,15,+02:00,2026-06-28 20:30:00+0000,+02:00,2026-06-29 04:30:00+0000,PASSIVELY_MEASURED
            222,CLASSIC,300,0,10,270,-1,5,10,-04:00,2026-06-20 03:00:00+0000,-04:00,2026-06-20 08:00:00+0000,MANUAL
            """
        ),
        (
            "fitbit-sleeps",
            "UserSleepStages_2026-06-01.csv",
            """
            sleep_id,sleep_stage_id,sleep_stage_type,start_utc_offset,sleep_stage_start,end_utc_offset,sleep_stage_end
            111,1,LIGHT,+02:00,2026-06-28 20:42:00+0000,+02:00,2026-06-28 22:52:00+0000
            111,2,-1,+02:00,2026-06-28 22:52:00+0000,+02:00,2026-06-29 00:12:00+0000
            """
        ),
        (
            "google-fit-days",
            "Takeout/Fit/Daily activity metrics/2026-06-29.csv",
            """
            Start time,End time,Move Minutes count,Calories (kcal),Distance (m),Heart Points,Average heart rate (bpm),Step count
            09:00:00.000+02:00,09:15:00.000+02:00,12,30.5,800.5,3,81,1100
            23:45:00.000+02:00,00:00:00.000+02:00,,17.1,,,,20
            """
        ),
        (
            "google-fit-json",
            "derived_com.google.step_count.delta.json",
            """
            {"Data Source":"derived:com.google.step_count.delta:com.google.android.gms:merge_step_deltas","Data Points":[
            {"fitValue":[{"value":{"intVal":4146}}],"originDataSourceId":"derived:com.google.step_count.delta:com.nike.plusgps:",
            "startTimeNanos":1782721800000000000,"endTimeNanos":1782723600000000000,"dataTypeName":"com.google.step_count.delta","modifiedTimeMillis":1782723600000}]}
            """
        ),
        (
            "google-fit-json",
            "merge.json",
            """
            {"minStartTimeNs":"1420099200000000000","maxEndTimeNs":"1425110400000000000",
            "dataSourceId":"derived:com.google.heart_rate.bpm:com.google.android.gms:merge_heart_rate_bpm","point":[
            {"startTimeNanos":"1782721800000000000","endTimeNanos":"1782721800000000000","dataTypeName":"com.google.heart_rate.bpm",
            "originDataSourceId":"","value":[{"fpVal":54}],"modifiedTimeMillis":"1423721121864"},
            {"startTimeNanos":"1782721800000000000","endTimeNanos":"1782725400000000000","dataTypeName":"com.google.sleep.segment",
            "originDataSourceId":"","value":[{"intVal":5}]},
            {"startTimeNanos":"1782721800000000000","endTimeNanos":"1782725400000000000","dataTypeName":"com.google.calories.expended",
            "originDataSourceId":"","value":[{"fpVal":70.5}]}]}
            """
        ),
        (
            "garmin-days",
            "UDSFile_2026-06-01_2026-09-09.json",
            """
            [{"calendarDate":"2026-06-29","totalSteps":9100,"restingHeartRate":55,"minHeartRate":48,"maxHeartRate":150,
            "activeKilocalories":510,"bmrKilocalories":1650,"wellnessStartTimeGmt":"2026-06-28T22:00:00.0","wellnessStartTimeLocal":"2026-06-29T00:00:00.0"},
            {"hydration":{"valueInML":500}}]
            """
        ),
        (
            "garmin-sleep",
            "2026-06-01_2026-09-09_1_sleepData.json",
            """
            [{"calendarDate":"2026-06-29","sleepStartTimestampGMT":"2026-06-28T21:10:00.0","sleepEndTimestampGMT":"2026-06-29T05:10:00.0",
            "sleepWindowConfirmationType":"ENHANCED_CONFIRMED_FINAL","deepSleepSeconds":5400,"lightSleepSeconds":16200,"remSleepSeconds":5400,
            "awakeSleepSeconds":1800,"unmeasurableSeconds":0,"retro":false,
            "napList":[{"napStartTimestampGMT":"2026-06-29T12:00:00.0","napEndTimestampGMT":"2026-06-29T12:30:00.0"}]},
            {"sleepStartTimestampGMT":"2026-06-29T20:00:00.0","sleepEndTimestampGMT":"2026-06-30T04:00:00.0","calendarDate":"2026-06-30",
            "sleepWindowConfirmationType":"UNCONFIRMED","retro":false}]
            """
        ),
        (
            "garmin-body",
            "1_userBioMetrics.json",
            """
            [{"metaData":{"calendarDate":"2026-06-29T07:00:00.0"},"weight":{"weight":72300,"timestampGMT":"2026-06-29T05:30:00.0","sourceType":"INDEX_SCALE"}},
            {"metaData":{"calendarDate":"2026-06-30T07:00:00.0"},"height":170.0}]
            """
        ),
        (
            "garmin-activities",
            "x_0_summarizedActivities.json",
            """
            [{"summarizedActivitiesExport":[{"activityId":111,"name":"Walk","activityType":"walking","beginTimestamp":1782721800000,
            "duration":1800000.0,"distance":250000.0,"calories":400.0,"avgHr":104.0}]}]
            """
        ),
        (
            "oura-sleep",
            "App Data/sleepmodel.csv",
            """
            id;day;bedtime_start;bedtime_end;total_sleep_duration;deep_sleep_duration;rem_sleep_duration;light_sleep_duration;awake_time;latency;time_in_bed;lowest_heart_rate;average_heart_rate;average_hrv;type;heart_rate
            a1;2026-06-29;2026-06-28T22:40:00.000+02:00;2026-06-29T06:40:00.000+02:00;25200;4800;5400;15000;3000;600;28800;52;58.5;41;long_sleep;{"interval":300,"items":[60,58,null]}
            a2;2026-06-29;2026-06-29T14:00:00.000+02:00;2026-06-29T14:40:00.000+02:00;1800;0;0;1800;600;300;2400;60;64;;late_nap;{}
            a3;2026-06-30;2026-06-30T02:00:00.000+02:00;2026-06-30T02:30:00.000+02:00;0;0;0;0;1800;0;1800;;;;rest;{}
            """
        ),
        (
            "oura-days",
            "App Data/dailyactivity.csv",
            """
            id;active_calories;day;equivalent_walking_distance;score;steps;total_calories
            c1;520;2026-06-29;6200;88;8421;2450
            """
        ),
        (
            "oura-trends",
            "oura_2020-01-01_2020-12-31_trends.csv",
            """
            date,Sleep Score,Total Bedtime,Total Sleep Duration,Awake Time,REM Sleep Duration,Light Sleep Duration,Deep Sleep Duration,Bedtime Start,Bedtime End,Average HRV,Respiratory Rate,Steps,Activity Burn
            2020-06-29,81,28800,25200,3600,5400,15000,4800,2020-06-28T22:40:00+02:00,2020-06-29T06:40:00+02:00,38,14.5,7200,400
            """
        ),
        (
            "withings-raw",
            "raw_tracker_steps.csv",
            """
            start,duration,value
            2026-06-29T08:00:40+02:00,[60],[86]
            2026-06-29T08:01:40+02:00,"[60,60]","[122,40]"
            """
        ),
        (
            "withings-raw",
            "raw_tracker_sleep-state.csv",
            """
            start,duration,value
            2026-06-28T23:00:00+02:00,"[600,1200]","[1,2]"
            """
        ),
        (
            "withings-sums",
            "aggregates_steps.csv",
            """
            date,value
            2026-06-29,9000
            """
        ),
        (
            "withings-sleep",
            "sleep.csv",
            """
            from,to,"light (s)","deep (s)","rem (s)","awake (s)","wake up","Duration to sleep (s)","Duration to wake up (s)","Snoring (s)","Snoring episodes","Average heart rate","Heart rate (min)","Heart rate (max)","Night events",Notes
            2026-06-28T22:50:00+02:00,2026-06-29T06:40:00+02:00,14400,6300,5400,2100,3,600,240,0,0,58,50,74,"{""1"":[0],""2"":[600]}",
            """
        ),
        (
            "withings-body",
            "weight.csv",
            """
            Date,"Weight (lb)","Fat mass (lb)","Bone mass (lb)","Muscle mass (lb)","Hydration (lb)",Comments
            "2026-06-29 08:15:00",150.80,21.03,2.40,44.97,,
            """
        ),
        (
            "withings-body",
            "bp.csv",
            """
            Date,"Heart rate",Systolic,Diastolic,Comments
            "2026-06-29 08:20:00",64,121,79,
            """
        ),
        (
            "samsung-health",
            "com.samsung.shealth.step_daily_trend.20260701090000.csv",
            """
            com.samsung.shealth.step_daily_trend,6305010,3
            binning_data,update_time,create_time,source_pkg_name,source_type,count,speed,distance,calorie,deviceuuid,pkg_name,datauuid,day_time,
            ,2026-06-29 06:00:00.000,2026-06-29 06:00:00.000,com.sec.android.app.shealth,-2,8000,1.2,6000.5,300.1,dev1,com.sec.android.app.shealth,u1,1782691200000,
            ,2026-06-29 06:00:00.000,2026-06-29 06:00:00.000,com.sec.android.app.shealth,0,5000,1.2,4000.5,200.1,dev2,com.sec.android.app.shealth,u2,1782691200000,
            """
        ),
        (
            "samsung-health",
            "com.samsung.health.step_count.20260701090000.csv",
            """
            com.samsung.health.step_count,6305010,3
            com.samsung.health.step_count.start_time,com.samsung.health.step_count.end_time,com.samsung.health.step_count.time_offset,com.samsung.health.step_count.count,com.samsung.health.step_count.pkg_name,
            2026-06-29 06:00:00.000,2026-06-29 06:01:00.000,UTC+0200,64,com.sec.android.app.shealth,
            """
        ),
        (
            "samsung-health",
            "com.samsung.health.sleep_stage.20260701090000.csv",
            """
            com.samsung.health.sleep_stage,7006011,7
            create_sh_ver,start_time,sleep_id,modify_sh_ver,update_time,create_time,stage,time_offset,deviceuuid,pkg_name,end_time,datauuid,
            ,2026-06-28 21:05:00.000,sleep-a,,2026-06-29 05:00:00.000,2026-06-29 05:00:00.000,40002,UTC+0200,dev1,com.sec.android.app.shealth,2026-06-29 00:15:00.000,s1,
            ,2026-06-29 00:15:00.000,sleep-a,,2026-06-29 05:00:00.000,2026-06-29 05:00:00.000,40003,UTC+0200,dev1,com.urbandroid.sleep,2026-06-29 01:45:00.000,s2,
            """
        ),
        (
            "samsung-health",
            "com.samsung.shealth.sleep.20260701090000.csv",
            """
            com.samsung.shealth.sleep,7006003,11
            com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.datauuid,sleep_latency,efficiency,
            2026-06-28 20:45:00.000,2026-06-29 04:45:00.000,UTC+0200,sleep-a,600000,90,
            """
        ),
        (
            "samsung-health",
            "com.samsung.shealth.tracker.heart_rate.20260701090000.csv",
            """
            com.samsung.shealth.tracker.heart_rate,6305010,4
            com.samsung.health.heart_rate.heart_rate,com.samsung.health.heart_rate.min,com.samsung.health.heart_rate.max,com.samsung.health.heart_rate.start_time,com.samsung.health.heart_rate.time_offset,
            70,65,80,2026-06-29 10:00:00.000,UTC+0200,
            """
        ),
        (
            "samsung-health",
            "com.samsung.shealth.activity.day_summary.20260701090000.csv",
            """
            com.samsung.shealth.activity.day_summary,6305010,4
            step_count,day_time,datauuid,
            8000,1782691200000,u1,
            """
        ),
        (
            "whoop-sleeps",
            "sleeps.csv",
            """
            Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Sleep performance %,Respiratory rate (rpm),Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Sleep need (min),Sleep debt (min),Sleep efficiency %,Sleep consistency %,Nap
            2026-06-22 23:10:00,2026-06-23 22:58:10,UTC+02:00,2026-06-22 23:15:00,2026-06-23 06:30:00,74,15.9,389,435,201,90,98,46,492,35,89,66,false
            2026-06-22 23:10:00,2026-06-23 22:58:10,UTC+02:00,2026-06-23 14:02:00,2026-06-23 14:40:00,,15.1,31,38,31,0,0,7,,,82,,true
            """
        ),
        (
            "whoop-cycles",
            "physiological_cycles.csv",
            """
            Cycle start time,Cycle end time,Cycle timezone,Recovery score %,Resting heart rate (bpm),Heart rate variability (ms),Skin temp (celsius),Blood oxygen %,Energy burned (cal),Sleep onset,Wake onset,Respiratory rate (rpm),Asleep duration (min)
            2026-06-23 22:58:10,,UTC+02:00,66,58,41,33.8,96.9,,2026-06-23 23:02:10,2026-06-24 06:41:00,15.6,421
            """
        ),
        (
            "whoop-journal",
            "journal_entries.csv",
            """
            Cycle start time,Cycle end time,Cycle timezone,Question text,Answered yes,Notes
            2026-06-22 23:10:00,2026-06-23 22:58:10,UTC+02:00,Have any pain?,true,"left shoulder, all day"
            2026-06-23 22:58:10,,UTC+02:00,Have any pain?,false,
            """
        ),
        (
            "polar-days",
            "activity-2026-06-29-a1b2.json",
            """
            {"exportVersion":"2.6","date":"2026-06-29","summary":{"startTime":"08:10:30.000","endTime":"23:54:00.000","stepCount":7088,"stepsDistance":5233.9,"calories":2160},
            "samples":{"mets":[{"localTime":"08:10:30.000","value":1.75}],"steps":[{"localTime":"08:10:30.000","value":12}]}}
            """
        ),
        (
            "polar-pulse",
            "247ohr_1_2026-06-a1b2.json",
            """
            {"deviceDays":[{"userId":1,"deviceId":"X1","date":"2026-06-29","samples":[
            {"heartRate":61,"secondsFromDayStart":28800,"source":"SOURCE"},{"heartRate":0,"secondsFromDayStart":28860}]}]}
            """
        ),
        (
            "polar-nights",
            "sleep_result_1-a1b2.json",
            """
            [{"night":"2026-06-29","evaluation":{"sleepSpan":"PT8H","asleepDuration":"PT7H30M","phaseDurations":{"wake":"PT30M","rem":"PT1H30M","light":"PT4H","deep":"PT2H"}},
            "sleepResult":{"hypnogram":{"sleepStart":"2026-06-28T22:45:00.000+02:00","sleepEnd":"2026-06-29T06:45:00.000+02:00"}}}]
            """
        ),
        (
            "polar-nights",
            "nightly_recovery_1-a1b2.json",
            """
            [{"night":"2026-06-29","meanNightlyRecoveryRri":1010,"meanNightlyRecoveryRmssd":38}]
            """
        ),
        (
            "open-mhealth",
            "step-count.json",
            """
            {"step_count":{"value":10600,"unit":"steps"},"effective_time_frame":{"time_interval":{
            "start_date_time":"2026-06-29T06:25:00Z","end_date_time":"2026-06-29T07:25:00Z"}}}
            """
        ),
        (
            "open-mhealth",
            "points.json",
            """
            [{"header":{"id":"1","acquisition_provenance":{"source_name":"Runkeeper"}},"body":{"heart_rate":{"value":61,"unit":"beats/min"},
            "effective_time_frame":{"date_time":"2026-06-29T06:25:00+02:00"}}},
            {"total_sleep_time":{"value":8.5,"unit":"h"},"is_main_sleep":true,"number_of_awakenings":1,
            "effective_time_frame":{"time_interval":{"start_date_time":"2026-06-28T21:35:00Z","duration":{"value":9,"unit":"h"}}}}]
            """
        ),
        (
            "health-auto-export",
            "HealthAutoExport.json",
            """
            {"data":{"metrics":[{"name":"step_count","units":"count","data":[
            {"date":"2026-06-01 08:00:00 +0200","qty":512,"source":"Phone"},{"date":"2026-06-01 09:00:00 +0200","qty":88.5,"source":"Phone"}]},
            {"name":"heart_rate","units":"count/min","data":[{"date":"2026-06-01 09:00:00 +0200","Min":54,"Avg":63.2,"Max":88,"source":"Watch"}]},
            {"name":"active_energy","units":"kJ","data":[{"date":"2026-06-01 00:00:00 +0200","qty":418.4,"source":"Watch"}]},
            {"name":"sleep_analysis","units":"hr","data":[{"date":"2026-06-02 00:00:00 +0200","sleepStart":"2026-06-01 23:05:00 +0200",
            "sleepEnd":"2026-06-02 06:30:00 +0200","totalSleep":6.9,"deep":1.1,"rem":1.6,"core":4.2,"awake":0.4,"source":"Watch"}]}],
            "workouts":[{"name":"Walk"}]}}
            """
        ),
        (
            "health-connect-webhook",
            "sent.json",
            """
            {"timestamp":"2026-06-02T06:10:00.120Z","app_version":"1.9.0",
            "steps":[{"count":412,"start_time":"2026-06-01T07:00:00Z","end_time":"2026-06-01T07:15:00Z"}],
            "sleep":[{"session_end_time":"2026-06-02T05:40:00Z","duration_seconds":24300,"stages":[
            {"stage":"light","start_time":"2026-06-01T22:55:00Z","end_time":"2026-06-02T01:00:00Z","duration_seconds":7500},
            {"stage":"unknown","start_time":"2026-06-02T01:00:00Z","end_time":"2026-06-02T02:30:00Z","duration_seconds":5400}]}],
            "heart_rate":[{"bpm":61,"time":"2026-06-01T23:30:00Z"}],
            "heart_rate_variability":[{"rmssd_millis":31.4,"time":"2026-06-02T04:00:00Z"}],
            "weight":[{"kilograms":71.2,"time":"2026-06-01T06:30:00Z"}],"height":[{"meters":1.7,"time":"2026-06-01T06:30:00Z"}]}
            """
        ),
    ];

    public static string Text(string name) => All.Single(s => s.Name == name).Text;
}
