//! Answers one case, or many, given as JSON: `cargo run -p slots --example free_slots < case.json`.
//!
//! For bug reports, and to compare with other schedulers. Input, output and their meaning are in
//! `crates/slots/examples/README.md`. The answer is JSON in every event; what cannot be understood is
//! answered with `{"error": "…"}`.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc, Weekday};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use slots::{
    Agenda, Booked, Bookings, Buffer, Exceptions, Length, Notice, Rules, Span, Spans, Step, TimeRange,
    WeeklyHours, Zone, free_slots, free_slots_in, openings,
};

type Range = (String, String);
type Instants = (DateTime<Utc>, DateTime<Utc>);
type Failure = Box<dyn std::error::Error>;

/// One question.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    #[serde(default = "utc")]
    zone: String,
    now: DateTime<Utc>,
    window: Window,
    weekly: Option<BTreeMap<String, Vec<Range>>>,
    #[serde(default)]
    exceptions: BTreeMap<NaiveDate, Vec<Range>>,
    ranges: Option<Vec<Instants>>,
    #[serde(rename = "type")]
    kind: Kind,
    #[serde(default)]
    busy: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>,
}

fn utc() -> String {
    "UTC".to_owned()
}

#[derive(Deserialize)]
struct Window {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// The appointment type, and the rules that go with it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kind {
    duration_min: u32,
    step_min: u32,
    #[serde(default)]
    buffer_before_min: u32,
    #[serde(default)]
    buffer_after_min: u32,
    #[serde(default)]
    min_notice_min: u32,
    horizon_days: Option<u16>,
    max_per_day: Option<u16>,
}

#[derive(Serialize)]
struct Answer {
    open: Vec<[String; 2]>,
    free: Vec<[String; 2]>,
    slots: Vec<String>,
}

fn main() -> std::io::Result<()> {
    let mut input = Vec::new();
    std::io::stdin().read_to_end(&mut input)?;
    writeln!(std::io::stdout().lock(), "{}", answer(&input))
}

fn answer(input: &[u8]) -> Value {
    match serde_json::from_slice::<Value>(input) {
        Ok(Value::Object(mut all)) if all.contains_key("cases") => answer_all(all.remove("cases")),
        Ok(case) => answer_one(case),
        Err(error) => json!({ "error": format!("not JSON: {error}") }),
    }
}

fn answer_all(cases: Option<Value>) -> Value {
    match cases {
        Some(Value::Array(cases)) => {
            json!({ "results": cases.into_iter().map(answer_one).collect::<Vec<_>>() })
        }
        _ => json!({ "error": "`cases` must be an array" }),
    }
}

fn answer_one(case: Value) -> Value {
    let answer = serde_json::from_value::<Case>(case)
        .map_err(Failure::from)
        .and_then(|case| solve(&case));
    match answer {
        Ok(answer) => json!(answer),
        Err(error) => json!({ "error": error.to_string() }),
    }
}

fn solve(case: &Case) -> Result<Answer, Failure> {
    let rules = rules(&case.kind)?;
    let busy = busy(case)?;
    let booked = |span: &Span| Booked {
        span: *span,
        before: rules.before,
        after: rules.after,
    };
    let bookings: Bookings = busy.iter().map(booked).collect();
    let (zone, weekly, exceptions) = (Zone::parse(&case.zone)?, weekly(case)?, exceptions(case)?);
    let agenda = Agenda {
        zone: &zone,
        weekly: &weekly,
        exceptions: &exceptions,
        rules: &rules,
        bookings: &bookings,
        busy: &Spans::default(),
        now: case.now,
    };
    let Some(window) = span(case.window.from, case.window.to)? else {
        return Ok(Answer {
            open: Vec::new(),
            free: Vec::new(),
            slots: Vec::new(),
        });
    };
    let (open, slots) = match ranges(case)? {
        Some(open) => (open.cut(window), free_slots_in(&agenda, &open, window)),
        None => (openings(&agenda, window).cut(window), free_slots(&agenda, window)),
    };
    let free = open.subtract(&Spans::new(busy));
    Ok(Answer {
        open: told(&open),
        free: told(&free),
        slots: slots.iter().map(|slot| z(slot.start)).collect(),
    })
}

fn rules(kind: &Kind) -> Result<Rules, Failure> {
    Ok(Rules {
        duration: Length::new(kind.duration_min)?,
        step: Step::new(kind.step_min)?,
        before: Buffer::new(kind.buffer_before_min)?,
        after: Buffer::new(kind.buffer_after_min)?,
        notice: Notice::new(kind.min_notice_min)?,
        horizon_days: kind.horizon_days,
        max_per_day: kind.max_per_day,
    })
}

/// Empty intervals take no time; one without end lasts for ever.
fn busy(case: &Case) -> Result<Vec<Span>, Failure> {
    let spans = case
        .busy
        .iter()
        .map(|(from, to)| span(*from, to.unwrap_or(DateTime::<Utc>::MAX_UTC)));
    Ok(spans
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

fn ranges(case: &Case) -> Result<Option<Spans>, Failure> {
    let Some(ranges) = &case.ranges else {
        return Ok(None);
    };
    let spans = ranges
        .iter()
        .map(|(from, to)| span(*from, *to))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Some(spans.into_iter().flatten().collect()))
}

fn span(from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Option<Span>, Failure> {
    if from > to {
        Err(format!("{} comes after {}", z(from), z(to)).into())
    } else {
        Ok(Span::new(from, to))
    }
}

fn weekly(case: &Case) -> Result<WeeklyHours, Failure> {
    let Some(weekly) = &case.weekly else {
        return if case.ranges.is_some() {
            Ok(WeeklyHours::default())
        } else {
            Err("no `weekly`".into())
        };
    };
    let mut hours = Vec::new();
    for (name, ranges) in weekly {
        let day: Weekday = name
            .parse()
            .map_err(|_| format!("{name:?} is no day of the week"))?;
        hours.extend(times(ranges)?.into_iter().map(|range| (day, range)));
    }
    Ok(WeeklyHours::new(hours))
}

fn exceptions(case: &Case) -> Result<Exceptions, Failure> {
    let dates = case
        .exceptions
        .iter()
        .map(|(date, ranges)| Ok((*date, times(ranges)?)));
    Ok(Exceptions::new(dates.collect::<Result<Vec<_>, Failure>>()?))
}

fn times(ranges: &[Range]) -> Result<Vec<TimeRange>, Failure> {
    ranges
        .iter()
        .map(|(from, to)| Ok(TimeRange::from_minutes(minute(from)?, minute(to)?)?))
        .collect()
}

/// Minutes from midnight of `HH:MM`, 00:00 to 24:00.
fn minute(time: &str) -> Result<u16, Failure> {
    let parts = time
        .split_once(':')
        .filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2);
    let number = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse::<u16>().ok())?
    };
    let read = parts.and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
    let minute = read
        .filter(|(_, minute)| *minute < 60)
        .map(|(hour, minute)| hour * 60 + minute);
    minute
        .filter(|minute| *minute <= 1_440)
        .ok_or_else(|| format!("{time:?} is no time from 00:00 to 24:00").into())
}

fn told(spans: &Spans) -> Vec<[String; 2]> {
    spans
        .iter()
        .map(|span| [z(span.start()), z(span.end())])
        .collect()
}

fn z(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::answer;

    /// The case of the README.
    fn case() -> Value {
        let readme = include_str!("README.md");
        let block = readme
            .split("```")
            .find_map(|block| block.strip_prefix("json\n"))
            .unwrap();
        serde_json::from_str(block).unwrap()
    }

    fn asked(case: &Value) -> Value {
        answer(case.to_string().as_bytes())
    }

    #[test]
    fn the_case_of_the_readme_is_answered() {
        let expected = json!({
            "open": [["2027-05-03T08:00:00Z", "2027-05-03T09:30:00Z"]],
            "free": [["2027-05-03T08:20:00Z", "2027-05-03T09:30:00Z"]],
            "slots": ["2027-05-03T08:30:00Z"],
        });
        assert_eq!(
            asked(&case()),
            expected,
            "the Saturday is an exception, and closed"
        );
    }

    #[test]
    fn each_case_is_answered_in_its_place() {
        let answers = asked(&json!({ "cases": [case(), {}, case()] }));
        let results = answers["results"].as_array().unwrap();
        assert_eq!(results.len(), 3);
        assert!(results[1]["error"].is_string());
        assert_eq!(results[0], results[2]);
    }

    #[test]
    fn ranges_stand_in_for_hours_and_keep_their_grid() {
        let mut case = case();
        case["ranges"] = json!([["2027-05-02T21:20:00Z", "2027-05-03T00:30:00Z"]]);
        case["window"] = json!({ "from": "2027-05-02T22:00:00Z", "to": "2027-05-03T00:00:00Z" });
        case["type"]["stepMin"] = json!(30);
        let answer = asked(&case);
        assert_eq!(
            answer["open"],
            json!([["2027-05-02T22:00:00Z", "2027-05-03T00:00:00Z"]])
        );
        assert_eq!(
            answer["slots"],
            json!(["2027-05-02T22:20:00Z", "2027-05-02T22:50:00Z"])
        );
    }

    #[test]
    fn busy_for_ever_and_for_no_time_are_understood() {
        let mut case = case();
        case["busy"] = json!([
            ["2027-05-03T09:00:00Z", null],
            ["2027-05-03T08:15:00Z", "2027-05-03T08:15:00Z"]
        ]);
        assert_eq!(
            asked(&case)["free"],
            json!([["2027-05-03T08:00:00Z", "2027-05-03T09:00:00Z"]])
        );
        assert_eq!(asked(&case)["slots"], json!(["2027-05-03T08:00:00Z"]));
    }

    #[test]
    fn the_buffers_of_the_type_are_kept_around_busy_intervals_too() {
        let mut case = case();
        case["busy"] = json!([["2027-05-03T07:30:00Z", "2027-05-03T08:00:00Z"]]);
        case["type"]["bufferBeforeMin"] = json!(10);
        case["type"]["bufferAfterMin"] = json!(20);
        let answer = asked(&case);
        assert_eq!(
            answer["slots"],
            json!(["2027-05-03T08:30:00Z"]),
            "20 after the busy one, 10 before the new"
        );
        assert_eq!(answer["free"], answer["open"], "free keeps no buffers");
    }

    #[test]
    fn what_cannot_be_understood_is_an_error_and_not_free_time() {
        let broken = [
            ("busy", json!(null)),
            ("busy", json!([["2027-05-03T09:00:00Z", "2027-05-03T08:00:00Z"]])),
            ("busy", json!([["yesterday", "2027-05-03T08:00:00Z"]])),
            ("zone", json!("Mars/Olympus")),
            ("now", json!("2027-02-30T00:00:00Z")),
            ("weekly", json!({ "mon": [["09:00", "24:01"]] })),
            ("weekly", json!({ "mon": [["9:00", "12:00"]] })),
            ("weekly", json!({ "mon": [["12:00", "12:00"]] })),
            ("weekly", json!({ "someday": [] })),
            ("weekly", json!(null)),
            ("exceptions", json!({ "2027-02-30": [] })),
            ("type", json!({ "durationMin": 0, "stepMin": 15 })),
            ("type", json!({ "durationMin": 60, "stepMin": -15 })),
            (
                "window",
                json!({ "from": "2027-05-03T09:00:00Z", "to": "2027-05-03T08:00:00Z" }),
            ),
        ];
        for (field, value) in broken {
            let mut case = case();
            case[field] = value.clone();
            assert!(asked(&case)["error"].is_string(), "{field}: {value}");
        }
        assert!(answer(b"{").get("error").is_some());
        assert!(answer(b"[]").get("error").is_some());
        assert!(answer(br#"{"cases": 1}"#).get("error").is_some());
    }
}
