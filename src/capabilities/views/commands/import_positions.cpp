// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/import_positions.hpp"

#include "base/text.hpp"
#include "capabilities/views/labels.hpp"
#include "capabilities/views/papers.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/standing.hpp"
#include "capabilities/views/store.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::views {
namespace {

constexpr std::string_view first_coder = "first coder";

void add(Refusal& problems, const char* code, std::vector<std::pair<std::string, std::string>> facts) {
    problems.reasons.push_back(Reason{code, {}, std::move(facts), {}});
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// "14 April 2023".
std::optional<Day> day_of(std::string_view text) {
    static constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
    if (auto iso = Day::parse(text)) return iso;
    auto parts = split(text, ' ');
    if (parts.size() != 3) return std::nullopt;
    auto month = std::ranges::find(months, parts[1]);
    if (month == std::end(months)) return std::nullopt;
    return Day::of(std::atoi(std::string(parts[2]).c_str()), static_cast<int>(month - std::begin(months)) + 1,
                   std::atoi(std::string(parts[0]).c_str()));
}

store::KeptActor kept_actor(const CodedActor& coded) {
    store::KeptActor kept;
    kept.actor.kind = coded.kind;
    kept.actor.code = coded.code;
    kept.actor.name = coded.name;
    kept.actor.key =
        coded.kind == ActorKind::state ? "state:" + coded.code : "organisation:" + slug(coded.code);
    kept.language = coded.language;
    kept.day = day_of(coded.date);
    return kept;
}

/// The whole import, step by step; nothing is written before every problem is known.
class Import {
  public:
    Import(ledger::Work& work, const members::Register& states, const ImportPositions& request)
        : session_(work.session()), now_(work.now()), states_(states), request_(request),
          kept_(store::actors(session_)) {}

    Result<ImportedPositions> run() {
        check_actors();
        locate();
        if (!problems_.reasons.empty()) return refuse(std::move(problems_));
        change_ = store::last_change(session_) + 1;
        for (const auto& [code, actor] : actors_) store::keep_actor(session_, actor);
        keep_questions();
        if (!problems_.reasons.empty()) return refuse(std::move(problems_));
        for (std::size_t i = 0; i < request_.file.cells.size(); ++i) keep(i);
        for (const auto& [cell, position] : known_)
            if (position.coder == coder_ && position.origin == store::Origin::reading &&
                !seen_.contains(cell))
                imported_.no_longer.push_back({position.actor, position.variable, position.quote});
        return std::move(imported_);
    }
    [[nodiscard]] const std::string& coder() const { return coder_; }

  private:
    struct Place {
        std::string document, anchor;
    };

    void check_actors() {
        coder_ = !request_.coder.empty()        ? request_.coder
                 : !request_.file.coder.empty() ? request_.file.coder
                                                : std::string(first_coder);
        for (const CodedActor& coded : request_.file.actors) {
            store::KeptActor actor = kept_actor(coded);
            const bool is_states_code = states_.by_iso3(upper(coded.code)) != nullptr;
            if (coded.kind == ActorKind::state && states_.by_iso3(coded.code) == nullptr)
                add(problems_, "views.no_such_state", {{"actor", coded.code}});
            else if ((coded.kind != ActorKind::state && is_states_code) || is_taken(actor.actor))
                add(problems_, "views.actor_code", {{"actor", coded.code}});
            else
                actors_.emplace(coded.code, std::move(actor));
        }
    }

    /// Whether another actor has that key or code, on the record or in the file.
    bool is_taken(const PositionActor& actor) const {
        auto clashes = [&](const PositionActor& other) {
            return (other.key == actor.key) != (other.code == actor.code);
        };
        return std::ranges::any_of(kept_,
                                   [&](const store::KeptActor& each) { return clashes(each.actor); }) ||
               std::ranges::any_of(actors_, [&](const auto& each) { return clashes(each.second.actor); });
    }

    /// Ties every cell to the passage of its quote.
    void locate() {
        places_.resize(request_.file.cells.size());
        for (const auto& [code, actor] : actors_) {
            const std::vector<Paper> papers = papers_of(session_, actor.actor);
            std::vector<std::string_view> quotes;
            for (const CodedCell& cell : request_.file.cells)
                if (cell.actor == code) quotes.push_back(cell.quote);
            const Paper* main_paper = paper_holding(papers, quotes);
            for (std::size_t i = 0; i < request_.file.cells.size(); ++i)
                if (request_.file.cells[i].actor == code) locate(i, papers, main_paper);
        }
    }
    void locate(std::size_t i, const std::vector<Paper>& papers, const Paper* main_paper) {
        const CodedCell& cell = request_.file.cells[i];
        if (main_paper == nullptr) return imported_.not_located.push_back(notice(cell));
        auto found = main_paper->finder.find(cell.quote, cell.locator);
        const Paper* paper = main_paper;
        for (const Paper& other : papers) {
            if (found.times > 0) break;
            found = other.finder.find(cell.quote, cell.locator);
            paper = &other;
        }
        if (found.times == 0) return imported_.not_located.push_back(notice(cell));
        if (!found.place)
            return add(problems_, "views.quote_twice",
                       {{"actor", cell.actor},
                        {"variable", request_.file.variables[cell.variable].key},
                        {"quote", cell.quote},
                        {"times", std::to_string(found.times)},
                        {"document", paper->title}});
        places_[i] = {paper->document, paper->finder.passages()[found.place->passage].anchor};
    }

    /// The newest question set where it asks the same; else the file's as the next version.
    void keep_questions() {
        std::string text;
        std::vector<Variable> variables = request_.file.variables;
        for (Variable& variable : variables) {
            Labels::shipped().complete(variable);
            text += variable.key + "\n" + std::string(name_of(variable.kind)) + "\n" + variable.group + "\n" +
                    variable.description + "\n" + join(variable.allowed, "\n") + "\n";
            for (const auto& [a, b] : variable.accepts) text += a + "\n" + b + "\n";
        }
        const Sha256 digest = sha256(text);
        auto kept = store::questions(session_);
        if (kept && kept->digest == digest) {
            questions_ = kept->questions;
        } else {
            auto made =
                QuestionSet::of("views", kept ? kept->questions->version() + 1 : 1, std::move(variables));
            questions_ = std::make_shared<const QuestionSet>(std::move(*made)); // parse_positions checked it
            store::keep_questions(session_, *questions_, request_.file.title, digest, now_);
            imported_.new_question_set = true;
            if (kept) carry_over(*kept->questions);
            if (kept) check_claims(*kept->questions);
        }
        imported_.question_set = questions_->version();
        for (store::KeptPosition& position : store::positions_after(session_, *questions_, 0)) {
            auto key = std::pair(position.actor, position.variable);
            known_.emplace(std::move(key), std::move(position));
        }
        for (store::CodersReading& each : store::readings_by(session_, *questions_, coder_))
            own_.emplace(std::pair(each.actor, each.variable), std::move(each.reading));
    }

    /// What must outlive a new version of the questions: the word of actors themselves, what was decided
    /// between coders, and what other coders read. An actor's own word that cannot be carried stops the
    /// import.
    void carry_over(const QuestionSet& before) {
        for (store::KeptPosition& position : store::positions_after(session_, before, 0)) {
            const Variable& old = before.at(before.find(position.variable).value());
            auto place = questions_->find(position.variable);
            const bool is_own =
                position.origin == store::Origin::own_word || position.origin == store::Origin::withdrawn;
            if (!place || questions_->at(*place).kind != old.kind ||
                questions_->at(*place).allowed != old.allowed) {
                if (is_own)
                    add(problems_, "views.own_word_lost",
                        {{"actor", position.actor}, {"variable", position.variable}});
                continue;
            }
            auto readings = store::readings_of(session_, old, position.id);
            std::erase_if(readings, [&](const store::KeptReading& each) { return each.coder == coder_; });
            if (!is_own && position.origin == store::Origin::reading && position.coder == coder_ &&
                readings.empty())
                continue; // the file at hand says it anew, or no longer
            position.question_set = questions_->version();
            position.change = change_;
            position.id = store::insert(session_, position);
            for (store::KeptReading& reading : readings) {
                reading.position = position.id;
                store::keep_reading(session_, reading);
            }
        }
    }
    /// Claims that hold now must go on to hold: a summary does not vanish with a question.
    void check_claims(const QuestionSet& before) {
        ClaimsFile file = shipped_claims();
        if (auto kept = store::reference(session_, "claims"))
            if (auto parsed = parse_claims(kept->content)) file = std::move(*parsed);
        if (!ready_claims(file.claims, file.sections, before)) return;
        if (auto still = ready_claims(file.claims, file.sections, *questions_); !still)
            for (Reason& reason : still.error().reasons) problems_.reasons.push_back(std::move(reason));
    }

    [[nodiscard]] CellNotice notice(const CodedCell& cell) const {
        return {cell.actor, request_.file.variables[cell.variable].key, cell.quote};
    }

    void keep(std::size_t i) {
        const CodedCell& cell = request_.file.cells[i];
        ++imported_.cells;
        const std::string& actor = actors_.at(cell.actor).actor.key;
        const std::string& variable = questions_->at(cell.variable).key;
        seen_.emplace(actor, variable);
        auto known = known_.find({actor, variable});
        if (known == known_.end()) return add_position(i, actor, variable);
        change_position(i, known->second);
    }

    void put(std::size_t i, store::KeptPosition& position) const {
        const CodedCell& cell = request_.file.cells[i];
        position.answer = cell.answer;
        position.strength = cell.strength;
        position.document = places_[i].document;
        position.anchor = places_[i].anchor;
        position.quote = cell.quote;
        position.locator = cell.locator;
        position.note = cell.note;
        position.coder = coder_;
        position.change = change_;
        position.changed_at = now_;
    }
    void keep_reading(const CodedCell& cell, PositionId position) {
        store::keep_reading(session_,
                            {position, coder_, cell.answer, cell.strength, cell.quote, cell.note, now_});
    }
    void add_position(std::size_t i, const std::string& actor, const std::string& variable) {
        store::KeptPosition position;
        position.question_set = questions_->version();
        position.actor = actor;
        position.variable = variable;
        put(i, position);
        keep_reading(request_.file.cells[i], store::insert(session_, position));
        ++imported_.added;
    }
    void change_position(std::size_t i, store::KeptPosition& position) {
        const CodedCell& cell = request_.file.cells[i];
        auto own = own_.find({position.actor, position.variable});
        const bool same_reading = own != own_.end() && own->second.answer == cell.answer &&
                                  own->second.strength == cell.strength && own->second.quote == cell.quote &&
                                  own->second.note == cell.note;
        if (!same_reading) keep_reading(cell, position.id);
        if (position.origin == store::Origin::own_word || position.origin == store::Origin::withdrawn)
            return imported_.own_word.push_back(notice(cell));
        if (position.coder != coder_ || position.origin == store::Origin::resolved) {
            if (!same_reading) ++imported_.second_readings;
            if (position.answer != cell.answer || position.strength != cell.strength)
                imported_.disagreeing.push_back(notice(cell));
            return;
        }
        if (same_reading && position.document == places_[i].document &&
            position.anchor == places_[i].anchor && position.locator == cell.locator) {
            ++imported_.unchanged;
            return;
        }
        put(i, position);
        if (store::update(session_, position)) ++imported_.changed;
    }

    storage::Session& session_;
    Instant now_;
    const members::Register& states_;
    const ImportPositions& request_;
    std::vector<store::KeptActor> kept_; ///< on the record before
    Refusal problems_{Refusal::Kind::bad_input, {}};
    ImportedPositions imported_;
    std::string coder_;
    std::map<std::string, store::KeptActor> actors_; ///< by code
    std::vector<Place> places_;                      ///< by cell
    std::shared_ptr<const QuestionSet> questions_;
    std::map<std::pair<std::string, std::string>, store::KeptPosition> known_; ///< by actor and question
    std::map<std::pair<std::string, std::string>, store::KeptReading> own_;    ///< this coder's, before
    std::set<std::pair<std::string, std::string>> seen_;                       ///< cells of the file
    std::int64_t change_ = 0;
};

} // namespace

Result<ImportedPositions> import_positions(ledger::Work& work, const identity::Actor& actor,
                                           const members::Register& states, const ImportPositions& request) {
    auto permit = permissions().check("views.import_positions", actor);
    if (!permit) return refuse(permit.error());
    Import import(work, states, request);
    auto imported = import.run();
    if (!imported ||
        (imported->added + imported->changed + imported->second_readings == 0 && !imported->new_question_set))
        return imported;
    ledger::Entry entry;
    entry.act = "views.import_positions";
    entry.on_behalf = permit->on_behalf();
    entry.subject = "views:positions";
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"file_sha256", request.digest.hex()},
                   {"question_set", std::to_string(imported->question_set)},
                   {"cells", std::to_string(imported->cells)},
                   {"added", std::to_string(imported->added)},
                   {"changed", std::to_string(imported->changed)},
                   {"second_readings", std::to_string(imported->second_readings)},
                   {"not_located", std::to_string(imported->not_located.size())}};
    entry.sealed = {{"coder", import.coder()}};
    work.record(entry);
    return imported;
}

} // namespace poa::views
