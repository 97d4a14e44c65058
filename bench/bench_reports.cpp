// SPDX-License-Identifier: Apache-2.0
// bench_reports [MOST]: how long aggregates over national reports take: 193 States by 20 years with 300
// answers each, a third of them kept at home; then 10 and 100 times the States with five answers each (at
// most MOST times). Prints one line of JSON for each size: milliseconds, medians.
// bench_reports exports: one year of 193 reports with 300 answers each, then of ten and a hundred times the
// States, written out in each format; also how much memory the program held at most while it wrote.
#include "base/json.hpp"
#include "base/reference.hpp"
#include "capabilities/national_reports/export_answers.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/queries_progress.hpp"
#include "capabilities/national_reports/store.hpp"
#include "storage/migrations.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

namespace {

using namespace poa;
using namespace poa::national_reports;
using std::chrono::steady_clock;

constexpr std::int64_t years = 20, states_at_first = 193, first_year = 2027;

/// Medians, in milliseconds: by the clock, and of the processor, which other work on the machine leaves
/// alone.
struct Taken {
    double clock = 0, processor = 0;
};

double processor_now() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class F> Taken milliseconds(int times, F&& body) {
    std::vector<double> clock, processor;
    for (int i = 0; i < times; ++i) {
        const auto start = steady_clock::now();
        const double busy = processor_now();
        body();
        processor.push_back(processor_now() - busy);
        clock.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::ranges::sort(clock);
    std::ranges::sort(processor);
    return {clock[clock.size() / 2], processor[processor.size() / 2]};
}

void write(JsonWriter& json, const std::string& name, const Taken& taken) {
    json.key(name + "_ms").value(taken.clock).key(name + "_processor_ms").value(taken.processor);
}

std::vector<std::string> codes_of(const members::Register& states, std::size_t count) {
    std::vector<std::string> codes = states_in_turn(states, Day::parse("2026-11-22").value());
    for (std::size_t i = codes.size(); i < count; ++i) codes.push_back("X" + std::to_string(i));
    codes.resize(count);
    return codes;
}

Sharing drawn_sharing(std::mt19937& random) {
    switch (random() % 3) {
    case 0:
        return {Audience::everyone, {}, false};
    case 1:
        return {Audience::member_states, {}, true};
    default:
        return {Audience::own_delegation, {}, true};
    }
}

std::vector<ReleasedAnswer> drawn_answers(int questions, std::mt19937& random) {
    constexpr const char* levels[] = {"none", "planned", "developing", "in_place"};
    std::vector<ReleasedAnswer> answers;
    for (int i = 0; i < questions; ++i) {
        Answer answer;
        answer.chosen = {levels[random() % 4]};
        answer.note = "Made-up words of about the length that stands beside an answer in a report.";
        answers.push_back({i == 0 ? "norm-g-status" : "question-" + std::to_string(i), std::move(answer),
                           drawn_sharing(random)});
    }
    return answers;
}

void fill(storage::Database& database, const std::vector<std::string>& codes, int questions,
          std::int64_t count = years) {
    std::mt19937 random(20230418);
    for (std::int64_t year = first_year; year < first_year + count; ++year)
        database.write([&](storage::Session& session) {
            auto survey = store::survey(session, "framework-survey", 1);
            const auto id = survey ? survey->id
                                   : store::add_survey(session, {{},
                                                                 "framework-survey",
                                                                 1,
                                                                 SurveyStage::in_use,
                                                                 "{}",
                                                                 {},
                                                                 1,
                                                                 "secretariat",
                                                                 {},
                                                                 {},
                                                                 ""});
            for (const std::string& code : codes) {
                const Instant at{year * 1'000'000 + static_cast<std::int64_t>(random() % 1'000'000)};
                const auto report =
                    store::add_report(session, {{}, code, id, year, ReportStage::submitted, 1, at, 1, at, 1});
                store::add_release(session, report, {1, {}, at, 1, {}}, drawn_answers(questions, random));
            }
        });
}

/// The 193 reports of one year with 300 answers each, as a delegation reads them.
void measure_exports(storage::Session& session, JsonWriter& json) {
    const identity::Body body = identity::Body::state("ALB");
    const identity::Reader delegation(Audience::member_states, std::span(&body, 1));
    for (const char* name : {"csv", "json", "xlsx"}) {
        std::size_t bytes = 0, answers = 0;
        const Taken taken = milliseconds(3, [&] {
            bytes = 0;
            answers =
                export_answers(session, delegation, {first_year, first_year}, *parse_answers_format(name),
                               [&](std::string_view piece) { bytes += piece.size(); });
        });
        write(json, std::string("export_") + name, taken);
        json.key(std::string("export_") + name + "_bytes").value(static_cast<std::int64_t>(bytes));
        json.key(std::string("export_") + name + "_answers").value(static_cast<std::int64_t>(answers));
    }
}

/// Memory the program holds, in KiB.
std::int64_t resident() {
    std::ifstream status("/proc/self/status");
    std::string word;
    std::int64_t kibibytes = 0;
    while (status >> word)
        if (word == "VmRSS:" && status >> kibibytes) return kibibytes;
    return 0;
}

void measure_growth(const members::Register& states, std::size_t factor,
                    const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / ("growth-" + std::to_string(factor));
    auto database = storage::Database::open({.address = file, .create = true});
    storage::migrate(*database, migrations(), SystemClock());
    fill(*database, codes_of(states, states_at_first * factor), 300, 1);
    const identity::Body body = identity::Body::state("ALB");
    const identity::Reader delegation(Audience::member_states, std::span(&body, 1));
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("reports").value(static_cast<std::int64_t>(states_at_first * factor));
    for (const char* name : {"csv", "json", "xlsx"}) {
        std::int64_t most = 0;
        std::size_t answers = 0, pieces = 0;
        const Taken taken = milliseconds(1, [&] {
            database->read([&](storage::Session& session) {
                answers = export_answers(session, delegation, {first_year, first_year},
                                         *parse_answers_format(name), [&](std::string_view) {
                                             if (pieces++ % 64 == 0) most = std::max(most, resident());
                                         });
            });
        });
        write(json, std::string("export_") + name, taken);
        json.key(std::string("export_") + name + "_answers").value(static_cast<std::int64_t>(answers));
        json.key(std::string("export_") + name + "_resident_kib").value(std::max(most, resident()));
    }
    json.end_object();
    std::cout << out << std::endl;
}

void measure(const members::Register& states, std::size_t factor, const std::filesystem::path& folder) {
    const int questions = factor == 1 ? 300 : 5, times = factor >= 100 ? 3 : 11;
    auto database =
        storage::Database::open({.address = folder / ("poa-" + std::to_string(factor)), .create = true});
    storage::migrate(*database, migrations(), SystemClock());
    const auto codes = codes_of(states, states_at_first * factor);
    fill(*database, codes, questions);
    const Indicator& indicator = *shipped_indicators().find("norm-g");
    const std::size_t group_count = 5;
    constexpr const char* groups[] = {"african-group", "asia-pacific-group", "eastern-european-group",
                                      "grulac", "weog"};
    const GroupOf group_of = [&](const std::string& code) {
        return std::string(groups[std::hash<std::string>{}(code) % group_count]);
    };
    const identity::Reader anybody;
    database->read([&](storage::Session& session) {
        std::size_t rows = 0, batches = 0, counted = 0;
        const Taken reading =
            milliseconds(times, [&] { rows = rows_of(session, indicator, {}).front().size(); });
        const Taken series = milliseconds(times, [&] {
            counted = 0;
            for (const YearOfIndicator& year :
                 series_of(indicator, rows_of(session, indicator, {}), group_of, seen_by(anybody)))
                counted += static_cast<std::size_t>(year.world.answered);
        });
        const Taken one_year = milliseconds(times, [&] {
            (void)series_of(indicator, rows_of(session, indicator, {first_year + 3, first_year + 3}),
                            group_of, seen_by(anybody));
        });
        for (const auto& [year, events] : events_of(rows_of(session, indicator, {}).front(), group_of)) {
            AnswerCounter counter(indicator.sources.front().rules());
            for (const AnswerEvent& event : events) counter.take(event);
            batches += counter.batches().size();
        }
        std::string out;
        JsonWriter json(out);
        json.begin_object().key("states").value(static_cast<std::int64_t>(codes.size()));
        json.key("years").value(years).key("answers_each").value(questions);
        json.key("releases").value(static_cast<std::int64_t>(rows));
        json.key("counted").value(static_cast<std::int64_t>(counted));
        json.key("batches").value(static_cast<std::int64_t>(batches));
        write(json, "read", reading);
        write(json, "series", series);
        write(json, "one_year", one_year);
        if (factor == 1) measure_exports(session, json);
        json.end_object();
        std::cout << out << std::endl;
    });
}

} // namespace

int main(int argc, char** argv) {
    const bool exports = argc > 1 && std::string_view(argv[1]) == "exports";
    const std::size_t most = argc > 1 && !exports ? std::stoul(argv[1]) : 100;
    const members::Register states(
        members::parse_reference({reference_file("members.json"), reference_file("organisations.json")})
            .value(),
        Sha256{});
    auto folder = (std::filesystem::temp_directory_path() / "bench-reports-XXXXXX").string();
    require(::mkdtemp(folder.data()) != nullptr, "a temporary folder");
    for (std::size_t factor = 1; factor <= most; factor *= 10)
        exports ? measure_growth(states, factor, folder) : measure(states, factor, folder);
    std::filesystem::remove_all(folder);
    return 0;
}
