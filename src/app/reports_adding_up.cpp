// SPDX-License-Identifier: Apache-2.0
#include "app/instance.hpp"
#include "app/reports_verbs.hpp"
#include "capabilities/identity/store.hpp"
#include "capabilities/national_reports/pages_briefing_loading.hpp"
#include "web/described.hpp"

#include <fmt/format.h>

#include <iostream>

namespace poa::app {
namespace {

using namespace national_reports;

/// The instance, read once, as somebody not signed in reads its pages.
class ReportsReading {
  public:
    explicit ReportsReading(const ReportsWish& wish)
        : instance_(wish.settings), visit_{
                                        request_, path_,
                                        web::Wording::in(
                                            web::parse_language(wish.language).value_or(web::Language::en)),
                                        web::Face::json, std::make_shared<web::Visitor>()} {}
    template <class F> auto run(F&& load) {
        return instance_.database().read([&](storage::Session& session) {
            states_.refresh(session);
            const auto states = states_.now();
            return load(AddingUp{session, charter_, *states, Day::of(instance_.clock().now()), visit_});
        });
    }

  private:
    Instance instance_;
    http::Request request_;
    http::Parameters path_;
    web::Visit visit_;
    members::CurrentRegister states_;
    charter::CurrentCharter charter_;
};

template <class Page> void print_as(const Page& page, const std::string& format) {
    if (format == "csv") {
        std::cout << web::csv_of(page);
        return;
    }
    std::string out;
    JsonWriter json(out);
    web::write_json(json, page);
    std::cout << out << "\n";
}

void print_text(const ProgressPage& page) {
    std::cout << fmt::format("{}: {} of {} Member States reported\n", page.year, page.states, page.members);
    for (const ProgressRow& row : page.rows) {
        std::cout << fmt::format("  {:<22} {:>4} counted", row.indicator, row.answered);
        if (row.states) std::cout << fmt::format(", in place {:>4}", *row.states);
        if (row.some_uncounted) std::cout << ", further answers not counted";
        std::cout << "\n";
    }
}

void print_text(const IndicatorPage& page) {
    std::cout << page.title << "\n";
    for (const IndicatorYear& year : page.years) {
        std::cout << fmt::format("  {}  {:>4} counted:", year.year, year.answered);
        for (const LevelRow& row : page.rows)
            if (row.year == year.year)
                std::cout << fmt::format("  {} {}{}", row.label, row.states, row.is_whole ? "" : "+");
        if (year.levels_apart) std::cout << fmt::format("  levels apart {:.2f}", *year.levels_apart);
        if (year.some_uncounted) std::cout << "  further answers not counted";
        std::cout << "\n";
    }
}

struct DueRow {
    std::string state, name;
    std::optional<Day> due;
    bool received = false;
    std::optional<std::int64_t> last;
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (state, name, due, received, last))
struct DuePage {
    std::int64_t year = 0, window_first = 0;
    std::vector<DueRow> rows;
};
BOOST_DESCRIBE_STRUCT(DuePage, (), (year, window_first, rows))

struct ReminderRow {
    std::string state, name, person, email, role;
};
BOOST_DESCRIBE_STRUCT(ReminderRow, (), (state, name, person, email, role))
struct ReminderPage {
    std::int64_t year = 0;
    std::vector<ReminderRow> rows; ///< of a State without such people one row, with nobody in it
};
BOOST_DESCRIBE_STRUCT(ReminderPage, (), (year, rows))

bool has_charter(const AddingUp& at) {
    if (at.charter.of(at.session) != nullptr) return true;
    std::cerr << "No charter holds for the mechanism, so nobody's turn comes. First: poa init\n";
    return false;
}

ReportingYear turns(const AddingUp& at, std::int64_t asked) {
    const std::int64_t year = asked != 0 ? asked : at.today.year();
    return turns_of(at, year, received_reports(at.session, {2000, year}));
}

DuePage due_page(const AddingUp& at, std::int64_t asked) {
    const ReportingYear year = turns(at, asked);
    DuePage page{year.year, year.window_first, {}};
    for (const StateTurn& turn : year.states)
        if (turn.due || turn.received)
            page.rows.push_back(
                {turn.state, at.name_of_state(turn.state), turn.due, turn.received, turn.last});
    return page;
}

/// Focal points for a report and who stands in for them: who fills it in, who approves it, who heads the
/// delegation, and the delegates, its deputies. The same whom reminders go to.
bool has_to_do_with_reports(identity::Role role) {
    return role == identity::Role::report_editor || role == identity::Role::report_approver ||
           role == identity::Role::head_of_delegation || role == identity::Role::delegate;
}

void add_people(const AddingUp& at, const std::string& state, ReminderPage& page) {
    const std::string name = at.name_of_state(state);
    const std::size_t before = page.rows.size();
    for (const auto& held : identity::store::appointments_of_body(at.session, identity::Body::state(state)))
        if (has_to_do_with_reports(held.appointment.standing.role) &&
            identity::is_current(held.appointment, at.today))
            page.rows.push_back({state, name, held.name, held.email,
                                 std::string(identity::name_of(held.appointment.standing.role))});
    if (page.rows.size() == before) page.rows.push_back({state, name, {}, {}, {}});
}

} // namespace

int aggregate_reports(const ReportsWish& wish) {
    ReportsReading reading(wish);
    if (wish.indicator.empty()) {
        const auto page = reading.run([&](const AddingUp& at) { return load_progress(at, {wish.year}); });
        wish.format == "text" ? print_text(*page) : print_as(*page, wish.format);
        return 0;
    }
    const auto page = reading.run([&](const AddingUp& at) {
        return load_indicator(at, {wish.indicator, wish.year});
    });
    if (!page) {
        std::cerr << "There is no indicator " << wish.indicator << ". All: poa reports aggregate\n";
        return 1;
    }
    wish.format == "text" ? print_text(*page) : print_as(*page, wish.format);
    return 0;
}

int print_due_reports(const ReportsWish& wish) {
    return ReportsReading(wish).run([&](const AddingUp& at) {
        if (!has_charter(at)) return 1;
        const DuePage page = due_page(at, wish.year);
        if (wish.format != "text") return print_as(page, wish.format), 0;
        for (const DueRow& row : page.rows)
            std::cout << fmt::format("{}  {:<12} {:<10} {}\n", row.state, row.due ? row.due->iso() : "",
                                     row.received ? "report" : "no report", row.name);
        return 0;
    });
}

int print_report_reminders(const ReportsWish& wish) {
    return ReportsReading(wish).run([&](const AddingUp& at) {
        if (!has_charter(at)) return 1;
        const ReportingYear year = turns(at, wish.year);
        ReminderPage page{year.year, {}};
        for (const std::string& state : to_remind(year)) add_people(at, state, page);
        if (wish.format != "text") return print_as(page, wish.format), 0;
        for (const ReminderRow& row : page.rows)
            std::cout << row.state << "  "
                      << (row.person.empty() ? "nobody is appointed"
                                             : fmt::format("{} <{}> ({})", row.person, row.email, row.role))
                      << "\n";
        return 0;
    });
}

} // namespace poa::app
