// SPDX-License-Identifier: Apache-2.0
#include "app/charter_simulating.hpp"

#include "app/charter_simulated.hpp"
#include "app/charter_verbs.hpp"
#include "app/file_bytes.hpp"
#include "app/simulating_commands.hpp"
#include "base/json.hpp"
#include "capabilities/charter/calendar_ical.hpp"
#include "capabilities/charter/start_years.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <limits>
#include <memory>
#include <thread>
#include <unistd.h>

namespace poa::app {
namespace {

using charter::Charter;
using charter::Distribution;
using charter::Simulation;

constexpr int interrupted = 130; // as shells say of a program that Ctrl-C ended

volatile std::sig_atomic_t asked_to_stop = 0;
extern "C" void note_interrupt(int) {
    asked_to_stop = 1;
}

/// While it lives, Ctrl-C asks the simulation to stop instead of ending the program.
class StopsOnInterrupt {
  public:
    StopsOnInterrupt()
        : before_(std::signal(SIGINT, note_interrupt)), watcher_([this](const std::stop_token& over) {
              while (!over.stop_requested()) {
                  if (asked_to_stop != 0) source_.request_stop();
                  std::this_thread::sleep_for(std::chrono::milliseconds(50));
              }
          }) {}
    ~StopsOnInterrupt() { std::signal(SIGINT, before_); }
    StopsOnInterrupt(const StopsOnInterrupt&) = delete;
    StopsOnInterrupt& operator=(const StopsOnInterrupt&) = delete;
    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

  private:
    std::stop_source source_;
    void (*before_)(int);
    std::jthread watcher_;
};

/// What is wrong with the wish, a sentence each.
using Problems = std::vector<std::string>;

void read_conduct(const std::string& wanted, charter::Conduct& conduct, Problems& problems) {
    const auto equals = wanted.find('=');
    const std::string key = wanted.substr(0, equals);
    const charter::ConductSpec* spec = charter::find_conduct(key);
    if (spec == nullptr) {
        problems.push_back(
            fmt::format("--conduct {}: there is no figure \"{}\"; --list-conduct prints them", wanted, key));
        return;
    }
    double value = 0;
    const char* begin = wanted.data() + (equals == std::string::npos ? wanted.size() : equals + 1);
    const char* end = wanted.data() + wanted.size();
    const auto [last, error] = std::from_chars(begin, end, value);
    if (error != std::errc{} || last != end || !(value >= spec->least && value <= spec->most)) {
        problems.push_back(fmt::format("--conduct {}: {} takes a number from {} to {}", wanted, key,
                                       spec->least, spec->most));
        return;
    }
    conduct.*spec->member = value;
}

void read_others(const std::string& path, int first_year, int last_year, std::vector<charter::OtherEvent>& to,
                 Problems& problems) {
    const auto text = bytes_in(path);
    if (!text) {
        problems.push_back(fmt::format("--others {}: cannot be read", path));
        return;
    }
    auto read =
        charter::read_ical(*text, Day::of(first_year, 1, 1).value(), Day::of(last_year, 12, 31).value());
    if (read) {
        to.insert(to.end(), read->begin(), read->end());
        return;
    }
    const web::Wording& english = web::Wording::in(web::Language::en);
    for (const Reason& reason : read.error().reasons)
        problems.push_back(fmt::format("--others {}: {}", path, charter_sentences().say(reason, english)));
}

charter::SimulationWish simulation_wish(const SimulateWish& wish, Problems& problems) {
    charter::SimulationWish made;
    made.first_year = wish.first_year;
    made.years = wish.years;
    made.runs = wish.runs;
    made.seed = wish.seed;
    made.threads = wish.threads;
    made.states = states_in_turn();
    for (const std::string& one : wish.conduct) read_conduct(one, made.conduct, problems);
    int last_year = wish.first_year + wish.years;
    for (const int year : wish.start_years) last_year = std::max(last_year, year + wish.years);
    for (const std::string& path : wish.others)
        read_others(path, wish.first_year, last_year, made.others, problems);
    return made;
}

int list_conduct(const std::string& format) {
    const charter::Conduct standard;
    std::string json;
    JsonWriter out(json);
    out.begin_array();
    for (const charter::ConductSpec& spec : charter::conduct_specs()) {
        const double value = standard.*spec.member;
        out.begin_object()
            .key("key")
            .value(spec.key)
            .key("title")
            .value(spec.title)
            .key("value")
            .value(value);
        out.key("least").value(spec.least).key("most").value(spec.most).key("basis").value(spec.basis);
        out.end_object();
        if (format == "text")
            std::cout << fmt::format("{:<32} {:>8}  {} ({})\n", spec.key, value, spec.title, spec.basis);
    }
    out.end_array();
    if (format == "json") std::cout << json << "\n";
    return 0;
}

std::function<void(double)> progress_line(const SimulateWish& wish, const std::string& charter) {
    if (!wish.progress && isatty(STDERR_FILENO) == 0) return {};
    return [charter, shown = -1](double share) mutable {
        const int percent = static_cast<int>(share * 100);
        if (percent == shown) return;
        shown = percent;
        std::cerr << fmt::format("\r{}: {:3d} per cent of runs", charter, percent)
                  << (percent == 100 ? "\n" : "") << std::flush;
    };
}

/// How fast it went, on standard error: results themselves are the same every time.
void print_rate(const Simulation& made, const SimulateWish& wish, std::chrono::duration<double> took) {
    const double years = static_cast<double>(wish.runs) * wish.years;
    std::cerr << fmt::format("{}: {} runs of {} years in {:.2f} s, {:.0f} years a second\n", made.charter,
                             wish.runs, wish.years, took.count(), years / std::max(took.count(), 1e-9));
}

struct StartsOf {
    std::string charter;
    std::vector<charter::StartYear> years;
};

std::vector<StartsOf> start_years_of(const std::vector<Charter>& charters, const SimulateWish& wish,
                                     const charter::SimulationWish& simulation) {
    std::vector<StartsOf> made;
    if (wish.start_years.empty()) return made;
    charter::CalendarWish asked;
    asked.others = simulation.others;
    asked.states = simulation.states;
    for (const Charter& one : charters)
        made.push_back({one.id(), charter::start_years(one, asked, wish.start_years, wish.years)});
    return made;
}

void print_starts(const std::vector<StartsOf>& starts) {
    for (const StartsOf& of : starts)
        for (const charter::StartYear& one : of.years)
            std::cout << fmt::format(
                "{}: beginning in {}: {} meetings, {} without a place, {} that share a day with "
                "another, {} with another process\n",
                of.charter, one.year, one.meetings, one.unplaced, one.clashes, one.clashes_with_others);
}

void write_starts(JsonWriter& out, const std::vector<StartsOf>& starts) {
    out.begin_array();
    for (const StartsOf& of : starts)
        for (const charter::StartYear& one : of.years) {
            out.begin_object().key("charter").value(of.charter).key("year").value(one.year);
            out.key("meetings").value(static_cast<std::int64_t>(one.meetings));
            out.key("unplaced").value(static_cast<std::int64_t>(one.unplaced));
            out.key("clashes").value(static_cast<std::int64_t>(one.clashes));
            out.key("clashes_with_others")
                .value(static_cast<std::int64_t>(one.clashes_with_others))
                .end_object();
        }
    out.end_array();
}

void print_json(const std::vector<Simulation>& all, const std::vector<StartsOf>& starts,
                const SimulateWish& wish, const charter::Conduct& conduct) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("first_year").value(wish.first_year).key("years").value(wish.years);
    out.key("runs")
        .value(wish.runs)
        .key("seed")
        .value(std::to_string(wish.seed))
        .key("conduct")
        .begin_object();
    for (const charter::ConductSpec& spec : charter::conduct_specs())
        out.key(spec.key).value(conduct.*spec.member);
    out.end_object();
    if (!starts.empty()) write_starts(out.key("start_years"), starts);
    out.key("simulations").begin_array();
    for (const Simulation& made : all) write(out, made);
    out.end_array().end_object();
    std::cout << json << "\n";
}

} // namespace

int simulate_charters(const SimulateWish& wish) {
    if (wish.list_conduct) return list_conduct(wish.format);
    Problems problems;
    const charter::SimulationWish asked = simulation_wish(wish, problems);
    std::vector<Charter> charters;
    std::vector<std::string> names = wish.charters;
    names.insert(names.end(), wish.compare.begin(), wish.compare.end());
    for (const std::string& name : names) {
        auto one = load_charter(name, names);
        if (one)
            charters.push_back(*std::move(one));
        else
            print_charter_problems(one.error());
    }
    if (wish.charters.empty())
        problems.emplace_back("a charter is needed: the id of a shipped one, or a file");
    for (const std::string& problem : problems) std::cerr << problem << "\n";
    if (!problems.empty() || charters.size() != names.size()) return 2;

    const charter::SimulationParts parts = wish.through_commands
                                               ? parts_through_commands()
                                               : charter::SimulationParts{charter::behaviours_by_rules(), {}};
    const StopsOnInterrupt stops;
    std::vector<Simulation> all;
    for (const Charter& one : charters) {
        const auto begun = std::chrono::steady_clock::now();
        auto made = charter::simulate(one, asked, parts, progress_line(wish, one.id()), stops.token());
        if (!made) {
            std::cerr << "\ninterrupted: nothing is printed of runs that are not complete\n";
            return interrupted;
        }
        print_rate(*made, wish, std::chrono::steady_clock::now() - begun);
        if (wish.format == "text") print_text(*made, wish);
        all.push_back(*std::move(made));
    }
    const auto starts = start_years_of(charters, wish, asked);
    if (wish.format == "text")
        print_starts(starts);
    else
        print_json(all, starts, wish, asked.conduct);
    return 0;
}

std::string problem_of_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const char* end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data(), end, seed);
    if (error == std::errc{} && last == end) return {};
    return fmt::format("a seed is a whole number from 0 to {}", std::numeric_limits<std::uint64_t>::max());
}

void add_simulate(CLI::App& charter, std::function<int()>& act) {
    auto wish = std::make_shared<SimulateWish>();
    auto* verb = charter.add_subcommand(
        "simulate",
        "Play years of a charter many times: reports, checks, decisions, accreditation, attendance.\n"
        "By the charter's rules alone; with --through-commands turnover of points of contact, reports,\n"
        "decisions and accreditation run the platform's own commands on a database in memory, some hundred\n"
        "times slower. The output names which did what, and what no command did.");
    verb->add_option("charter", wish->charters, "Ids or files");
    verb->add_option("--compare", wish->compare, "Other charters, played with the same seed");
    verb->add_option("--years", wish->years, "1 to 50")->check(CLI::Range(1, 50))->capture_default_str();
    verb->add_option("--runs", wish->runs, "1 to 100000")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    verb->add_option("--seed", wish->seed, "The same seed gives the same result")
        ->check(CLI::Validator(problem_of_seed, "UINT"))
        ->capture_default_str();
    verb->add_option("--first-year", wish->first_year, "The first year played")
        ->check(CLI::Range(2020, 2200))
        ->capture_default_str();
    verb->add_option("--threads", wish->threads, "0: as many as the machine has")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    verb->add_option("--conduct", wish->conduct, "KEY=NUMBER: how delegations behave");
    verb->add_flag("--list-conduct", wish->list_conduct, "Print the figures of conduct with their sources");
    verb->add_option("--start-years", wish->start_years, "Years in which the cycle might begin, 2026,2027")
        ->delimiter(',')
        ->check(CLI::Range(2020, 2200));
    verb->add_option("--others", wish->others, "iCalendar files of other mandated processes");
    verb->add_flag("--through-commands", wish->through_commands,
                   "Run the platform's own commands where there are some");
    verb->add_flag("--progress", wish->progress,
                   "Say how far it is, also where standard error is no terminal");
    verb->add_option("--format", wish->format, "text (default), json")
        ->check(CLI::IsMember({"text", "json"}));
    verb->callback([&act, wish] { act = [wish] { return simulate_charters(*wish); }; });
}

} // namespace poa::app
