// SPDX-License-Identifier: Apache-2.0
#include "app/notifying.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/identity/queries_recipients.hpp"
#include "capabilities/ledger/queries.hpp"
#include "capabilities/ledger/queries_following.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/notices/notices.hpp"
#include "capabilities/notices/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace poa::app {
namespace {

using identity::Body;
using notices::Notice;
using notices::NoticeKind;

constexpr int entries_a_step = 500;
/// How far was read is kept when somebody is told; else only so often, as it costs a commit.
constexpr std::int64_t places_unkept_max = 5'000;

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string_view fact(const ledger::Entry& entry, std::string_view name) {
    const auto found = std::ranges::find(entry.facts, name, [](const auto& each) { return each.first; });
    return found == entry.facts.end() ? std::string_view() : std::string_view(found->second);
}

/// One entry being told of. Who acted knows already and is not told.
class Telling {
  public:
    Telling(ledger::Work& work, const ledger::Recorded& recorded) : work_(work), recorded_(recorded) {}

    [[nodiscard]] storage::Session& session() { return work_.session(); }
    [[nodiscard]] const ledger::Entry& entry() const { return recorded_.entry; }
    [[nodiscard]] Notice notice(NoticeKind kind, std::string address) const {
        return {{}, kind, "entry:" + std::to_string(recorded_.id.number), std::move(address), {}, {}};
    }
    void tell(Notice notice, Id<identity::Person> person) {
        notice.person = person;
        if (person.number != entry().person && notices::queue(work_, notice)) ++told_;
    }
    void tell(const Notice& notice, const Body& body, std::span<const identity::Role> roles) {
        for (const auto person : identity::holders(session(), body, roles, Day::of(work_.now())))
            tell(notice, person);
    }
    [[nodiscard]] std::int64_t told() const { return told_; }

  private:
    ledger::Work& work_;
    const ledger::Recorded& recorded_;
    std::int64_t told_ = 0;
};

/// Everybody who may answer for a State entitled to. A vote is cast, all else is answered by an objection or
/// by silence.
void tell_of_question(Telling& telling) {
    const Id<decisions::Question> id{number_in(fact(telling.entry(), "question"))};
    const auto question = decisions::store::question(telling.session(), id);
    if (!question || !question->is_open()) return;
    Notice notice =
        telling.notice(NoticeKind::question_put, "/decisions/" + std::to_string(question->proposal.number));
    if (telling.entry().audience == Audience::everyone) notice.until = question->closes;
    if (const auto proposal = decisions::store::proposal(telling.session(), question->proposal))
        notice.about = proposal->symbol;
    const auto roles = identity::roles_that_may(
        decisions::permissions(),
        question->asked == decisions::Asked::vote ? "decisions.cast_vote" : "decisions.lodge_objection",
        Body::Kind::state);
    for (const std::string& state : decisions::store::entitled(telling.session(), id))
        telling.tell(notice, Body::state(state), roles);
}

std::vector<identity::Role> roles_for_reports(std::string_view command) {
    return identity::roles_that_may(national_reports::permissions(), command, Body::Kind::state);
}

std::string report_address(const ledger::Entry& entry) {
    constexpr std::string_view subject = "national_report:";
    require(entry.subject.starts_with(subject), "an act on a report, about that report");
    return "/my-reports/" + entry.subject.substr(subject.size());
}

void tell_of_report_put_up(Telling& telling) {
    Notice notice =
        telling.notice(NoticeKind::report_before_you, report_address(telling.entry()) + "/approval");
    notice.about = fact(telling.entry(), "year");
    telling.tell(notice, Body::state(fact(telling.entry(), "state")),
                 roles_for_reports("national_reports.submit_report"));
}

/// Whoever the section is given to now: it may have been given on meanwhile.
void tell_of_section(Telling& telling) {
    const std::string address = report_address(telling.entry());
    const Id<national_reports::NationalReport> report{number_in(address.substr(address.rfind('/') + 1))};
    const std::string_view section = fact(telling.entry(), "section");
    Notice notice =
        telling.notice(NoticeKind::section_given, address + "?section=" + percent_encode(section));
    notice.about = fmt::format("{} · {}", fact(telling.entry(), "year"), section);
    for (const national_reports::SectionTask& task :
         national_reports::store::tasks(telling.session(), report))
        if (task.section == section && task.person != 0)
            telling.tell(notice, Id<identity::Person>{task.person});
}

void tell_of_withdrawal(Telling& telling) {
    const std::string_view state = fact(telling.entry(), "state"), year = fact(telling.entry(), "year");
    Notice notice = telling.notice(NoticeKind::release_withdrawn, fmt::format("/reports/{}/{}", state, year));
    notice.year = number_in(year);
    telling.tell(notice, Body::state(state), roles_for_reports("national_reports.save_answers"));
}

struct Concern {
    std::string_view act;
    void (*tell)(Telling&);
};
constexpr Concern concerns[] = {
    {"decisions.put_question", tell_of_question},
    {"national_reports.put_up_report", tell_of_report_put_up},
    {"national_reports.assign_section", tell_of_section},
    {"national_reports.withdraw_report", tell_of_withdrawal},
};

const Concern* concern_of(std::string_view act) {
    const auto* found = std::ranges::find(concerns, act, &Concern::act);
    return found == std::end(concerns) ? nullptr : found;
}

bool concerns_somebody(const std::vector<ledger::PlacedAct>& acts) {
    return std::ranges::any_of(acts, [](const auto& each) { return concern_of(each.act) != nullptr; });
}

} // namespace

std::int64_t tell_of(ledger::Work& work, Id<ledger::JournalEntry> entry) {
    auto opened = ledger::open_entry(work.session(), entry, [](const ledger::Recorded&) { return true; });
    require(opened.has_value(), "an entry with a place in the ledger");
    const Concern* concern = concern_of(opened->recorded.entry.act);
    if (concern == nullptr) return 0;
    Telling telling(work, opened->recorded);
    concern->tell(telling);
    return telling.told();
}

Followed RecordFollower::step() {
    std::int64_t kept = 0;
    const auto read = database_.read([&](storage::Session& session) {
        kept = notices::store::followed(session);
        next_place_ = std::max(next_place_, kept);
        return ledger::acts_from(session, next_place_, entries_a_step);
    });
    const std::int64_t from = next_place_;
    const std::int64_t next = read.empty() ? from : read.back().place + 1;
    Followed done{0, std::ssize(read) == entries_a_step};
    if (concerns_somebody(read) || next - kept > places_unkept_max)
        done.notices = database_.write([&](storage::Session& session) {
            ledger::Work work(session, clock_.now());
            std::int64_t told = 0;
            for (const ledger::PlacedAct& act : read)
                if (concern_of(act.act) != nullptr) told += tell_of(work, act.id);
            if (notices::store::followed(session) < next) notices::store::set_followed(session, next);
            return told;
        });
    next_place_ = next;
    return done;
}

} // namespace poa::app
