//! The tables of the statistics, each as a file for a spreadsheet.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Actor, CoachDesk, Error, ErrorCode, Language, Result,
    statistics::{Cancellations, PeriodFigures, Share, Statistics, Tally},
    table_file::{TableFile, content, decimal},
    text::say,
};

/// A table of the statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StatisticsTable {
    /// The figures, beside those of the period before.
    Summary,
    /// By month.
    Months,
    /// By type.
    Types,
    /// By reason.
    Reasons,
    /// By client.
    Clients,
    /// By weekday.
    Weekdays,
    /// By hour.
    Hours,
    /// Cancellations, by whom and how late.
    Cancellations,
}

impl StatisticsTable {
    fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Months => "months",
            Self::Types => "types",
            Self::Reasons => "reasons",
            Self::Clients => "clients",
            Self::Weekdays => "weekdays",
            Self::Hours => "hours",
            Self::Cancellations => "cancellations",
        }
    }
}

/// Writes in one language.
struct Words(Language);

impl Words {
    fn say(&self, key: &str) -> String {
        say(self.0, key, &[])
    }

    /// Minutes as hours.
    fn hours(&self, minutes: u32) -> String {
        decimal(f64::from(minutes) / 60.0, self.0)
    }

    fn percent(&self, rate: Option<f64>) -> String {
        rate.map_or_else(String::new, |rate| decimal(rate * 100.0, self.0))
    }

    fn titles(&self, first: &str) -> Vec<String> {
        [
            first,
            "csv_total",
            "csv_completed",
            "csv_no_show",
            "csv_cancelled",
            "csv_scheduled",
        ]
        .into_iter()
        .chain(["csv_held_hours", "csv_booked_hours", "csv_attendance"])
        .map(|key| self.say(key))
        .collect()
    }

    fn row(&self, name: String, it: &Tally) -> Vec<String> {
        let counts = [it.total, it.completed, it.no_show, it.cancelled, it.scheduled];
        let mut row = vec![name];
        row.extend(counts.map(|count| count.to_string()));
        row.extend([
            self.hours(it.held_min),
            self.hours(it.booked_min),
            self.percent(it.attendance_rate),
        ]);
        row
    }

    fn tallies<'a>(
        &self,
        title: &str,
        rows: impl IntoIterator<Item = (String, &'a Tally)>,
    ) -> Vec<Vec<String>> {
        let rows = rows.into_iter().map(|(name, tally)| self.row(name, tally));
        std::iter::once(self.titles(title)).chain(rows).collect()
    }

    fn shares(&self, title: &str, nameless: &str, shares: &[Share]) -> Vec<Vec<String>> {
        let name = |share: &Share| share.name.clone().unwrap_or_else(|| self.say(nameless));
        self.tallies(title, shares.iter().map(|share| (name(share), &share.tally)))
    }

    fn summary(&self, it: &Statistics) -> Vec<Vec<String>> {
        let dates = |it: &PeriodFigures| format!("{} – {}", it.from, it.to);
        let mut rows = vec![vec![
            self.say("csv_figure"),
            dates(&it.current),
            dates(&it.before),
        ]];
        let mut row = |key: &str, value: &dyn Fn(&PeriodFigures) -> String| {
            rows.push(vec![self.say(key), value(&it.current), value(&it.before)]);
        };
        row("csv_total", &|it| it.tally.total.to_string());
        row("csv_completed", &|it| it.tally.completed.to_string());
        row("csv_no_show", &|it| it.tally.no_show.to_string());
        row("csv_cancelled", &|it| it.tally.cancelled.to_string());
        row("csv_scheduled", &|it| it.tally.scheduled.to_string());
        row("csv_attendance", &|it| self.percent(it.tally.attendance_rate));
        row("csv_no_show_rate", &|it| self.percent(it.no_show_rate));
        row("csv_cancellation_rate", &|it| self.percent(it.cancellation_rate));
        row("csv_held_hours", &|it| self.hours(it.tally.held_min));
        row("csv_booked_hours", &|it| self.hours(it.tally.booked_min));
        row("csv_average", &|it| {
            it.average_min
                .map_or_else(String::new, |minutes| decimal(minutes, self.0))
        });
        row("csv_new_clients", &|it| it.new_clients.to_string());
        row("csv_returning_clients", &|it| it.returning_clients.to_string());
        row("csv_open_hours", &|it| self.hours(it.open_min));
        row("csv_filled_hours", &|it| self.hours(it.filled_min));
        row("csv_occupancy", &|it| self.percent(it.occupancy_rate));
        rows
    }

    fn cancellations(&self, all: &[Cancellations]) -> Vec<Vec<String>> {
        let titles = ["csv_by", "csv_notice", "csv_cancelled"].map(|key| self.say(key));
        let row = |it: &Cancellations| {
            let by = match it.by {
                Actor::Coach => "csv_by_coach",
                Actor::Client => "csv_by_client",
            };
            let notice = format!("csv_notice_{}", it.notice.word());
            vec![self.say(by), self.say(&notice), it.count.to_string()]
        };
        std::iter::once(titles.to_vec())
            .chain(all.iter().map(row))
            .collect()
    }

    fn table(&self, which: StatisticsTable, it: &Statistics) -> Vec<Vec<String>> {
        let month = |date: NaiveDate| date.format("%Y-%m").to_string();
        match which {
            StatisticsTable::Summary => self.summary(it),
            StatisticsTable::Cancellations => self.cancellations(&it.current.cancellations),
            StatisticsTable::Types => self.shares("csv_type", "csv_nameless", &it.types),
            StatisticsTable::Reasons => self.shares("csv_reason", "csv_no_reason", &it.reasons),
            StatisticsTable::Clients => self.shares("csv_client", "csv_prospects", &it.clients),
            StatisticsTable::Months => self.tallies(
                "csv_month",
                it.months.iter().map(|it| (month(it.month), &it.tally)),
            ),
            StatisticsTable::Weekdays => {
                let name = |index: usize| self.say(&format!("weekday_{}", index + 1));
                let rows = it.weekdays.iter().enumerate();
                self.tallies("csv_weekday", rows.map(|(index, tally)| (name(index), tally)))
            }
            StatisticsTable::Hours => {
                let rows = it.hours.iter().enumerate();
                self.tallies(
                    "csv_hour",
                    rows.map(|(hour, tally)| (format!("{hour:02}:00"), tally)),
                )
            }
        }
    }
}

impl CoachDesk {
    /// A table of the statistics from `from` to `to`, in the coach's language.
    pub async fn statistics_file(&self, table: StatisticsTable, from: &str, to: &str) -> Result<TableFile> {
        let statistics = self.statistics(from, to).await?;
        let words = Words(self.rows.coach_card().await?.language);
        let named = words.say(&format!("csv_file_{}", table.word()));
        let (from, to) = (statistics.current.from, statistics.current.to);
        let content = content(words.0, &words.table(table, &statistics), &())
            .map_err(|stopped| Error::of(ErrorCode::Internal, stopped.to_string()))?;
        Ok(TableFile {
            stem: format!("{named}-{from}-{to}"),
            content,
        })
    }
}
