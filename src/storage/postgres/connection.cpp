// SPDX-License-Identifier: Apache-2.0
#include "storage/postgres/connection.hpp"

#include "storage/postgres/types.hpp"
#include "storage/row_mistake.hpp"

#include <array>
#include <charconv>

namespace poa::storage::postgres {

namespace {

constexpr std::size_t prepared_max = 512;
constexpr const char* savepoint_before_prepare = "SAVEPOINT poa_prepare";

bool is_error(const PGresult* answer) {
    const ExecStatusType status = PQresultStatus(answer);
    return status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY;
}

std::string_view state_of(const PGresult* answer) {
    const char* const state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    return state == nullptr ? std::string_view() : std::string_view(state);
}

/// The n of "could not determine data type of parameter $n", whatever the language; 0 where there is none.
std::size_t placeholder_in(std::string_view words) {
    const auto dollar = words.find('$');
    std::size_t number = 0;
    if (dollar != std::string_view::npos)
        std::from_chars(words.data() + dollar + 1, words.data() + words.size(), number);
    return number;
}

std::vector<Oid> types_of(std::span<const Parameter> parameters) {
    std::vector<Oid> types;
    for (const Parameter& parameter : parameters) types.push_back(type_of(parameter.kind()));
    return types;
}

bool fits(std::span<const Oid> types, std::span<const Parameter> parameters) {
    if (types.size() != parameters.size()) return false;
    for (std::size_t i = 0; i < types.size(); ++i)
        if (parameters[i].kind() != Parameter::Kind::null && types[i] != type_of(parameters[i].kind()))
            return false;
    return true;
}

/// The highest n of "$n" outside of quotes.
std::size_t placeholders_in(std::string_view text) {
    std::size_t highest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') quoted = !quoted;
        if (text[i] == '$' && !quoted) highest = std::max(highest, placeholder_in(text.substr(i)));
    }
    return highest;
}

Answer last_of(std::vector<Answer>& answers, std::span<const std::string_view> names) {
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (is_error(answers[i].get())) fail(answers[i].get(), names[i]);
    return std::move(answers.back());
}

} // namespace

/// What was sent since the last sync, in order: the query each answer belongs to.
struct Connection::Exchange {
    std::array<std::string_view, 4> names;
    std::size_t count = 0;
};

void Connection::ensure_open() {
    if (!is_lost()) return;
    handle_.reset();
    prepared_.clear();
    prepared_count_ = 0;
    answers_late_ = in_transaction_ = changed_ = false;
    pending_begin_ = nullptr;
    handle_ = connect(settings_);
    lost_ = false;
    if (PQenterPipelineMode(handle_.get()) != 1) lose("storage.connect");
}

void Connection::lose(std::string_view query_name) {
    lost_ = true;
    fail_unavailable(handle_ ? PQerrorMessage(handle_.get()) : "not connected", query_name);
}

/// A server that shuts down says so in an ordinary error before it closes the connection.
void Connection::note_loss(const PGresult* answer) {
    const std::string_view state = state_of(answer);
    if (state.starts_with("57P") || state.starts_with("08") || PQstatus(handle_.get()) == CONNECTION_BAD)
        lost_ = true;
}

void Connection::sent(Exchange& exchange, int success, std::string_view query_name) {
    if (success != 1) lose(query_name);
    exchange.names.at(exchange.count++) = query_name;
}

void Connection::send_text(Exchange& exchange, const char* text) {
    sent(exchange, PQsendQueryParams(handle_.get(), text, 0, nullptr, nullptr, nullptr, nullptr, 1), text);
}

void Connection::send_begin(Exchange& exchange) {
    if (pending_begin_ == nullptr) return;
    send_text(exchange, pending_begin_);
    pending_begin_ = nullptr;
    in_transaction_ = true;
}

void Connection::send_prepare(Exchange& exchange, const Query& query, const Prepared& prepared) {
    const std::string text(query.text);
    sent(exchange,
         PQsendPrepare(handle_.get(), prepared.name.c_str(), text.c_str(),
                       static_cast<int>(prepared.types.size()), prepared.types.data()),
         query.name);
}

void Connection::send_run(Exchange& exchange, const Query& query, const Prepared& prepared,
                          std::span<const Parameter> parameters) {
    const Encoded encoded(parameters);
    sent(exchange,
         PQsendQueryPrepared(handle_.get(), prepared.name.c_str(), encoded.count(), encoded.values(),
                             encoded.lengths(), encoded.formats(), 1),
         query.name);
}

void Connection::sync() {
    if (PQpipelineSync(handle_.get()) != 1) lose("storage.sync");
}

std::vector<Answer> Connection::read_to_sync() {
    std::vector<Answer> answers;
    for (;;) {
        Answer answer(PQgetResult(handle_.get()));
        if (!answer) { // between two queries
            if (PQstatus(handle_.get()) == CONNECTION_BAD) return answers;
            continue;
        }
        if (PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC) return answers;
        if (is_error(answer.get())) note_loss(answer.get());
        answers.push_back(std::move(answer));
    }
}

std::vector<Answer> Connection::receive_all(const Exchange& exchange) {
    sync();
    std::vector<Answer> answers = read_to_sync();
    if (answers.size() == exchange.count) return answers;
    if (!answers.empty() && is_error(answers.back().get())) fail(answers.back().get(), exchange.names[0]);
    lose(exchange.names[0]);
}

Answer Connection::receive(const Exchange& exchange) {
    std::vector<Answer> answers = receive_all(exchange);
    return last_of(answers, exchange.names);
}

void Connection::read_late_answers() {
    if (!answers_late_) return;
    answers_late_ = false;
    (void)read_to_sync();
    if (is_lost()) lose("storage.commit");
}

const Connection::Prepared* Connection::find(const Query& query,
                                             std::span<const Parameter> parameters) const {
    const auto variants = prepared_.find(query.text);
    if (variants == prepared_.end()) return nullptr;
    for (const Prepared& prepared : variants->second)
        if (fits(prepared.types, parameters)) return &prepared;
    return nullptr;
}

const Connection::Prepared& Connection::keep(const Query& query, Prepared prepared) {
    ++prepared_count_;
    auto variants = prepared_.find(query.text);
    if (variants == prepared_.end()) variants = prepared_.emplace(std::string(query.text), Variants()).first;
    return variants->second.emplace_back(std::move(prepared));
}

/// Far more statements than the house has: somebody makes them at run time.
void Connection::make_room() {
    if (prepared_count_ < prepared_max) return;
    Exchange exchange;
    send_begin(exchange);
    send_text(exchange, "DEALLOCATE ALL");
    (void)receive(exchange);
    prepared_.clear();
    prepared_count_ = 0;
}

Answer Connection::ask(const Query& query, std::span<const Parameter> parameters) {
    if (is_lost()) lose(query.name);
    read_late_answers();
    const Prepared* prepared = find(query, parameters);
    Exchange exchange;
    std::optional<Prepared> fresh;
    require_placeholders(query.name, prepared != nullptr ? parameters.size() : placeholders_in(query.text),
                         parameters);
    if (prepared == nullptr) {
        make_room();
        bool has_null = false;
        for (const Parameter& parameter : parameters) has_null |= parameter.kind() == Parameter::Kind::null;
        if (has_null)
            prepared = &prepare_with_nulls(query, parameters);
        else
            fresh = Prepared{fmt::format("q{}", ++names_), types_of(parameters)};
    }
    send_begin(exchange);
    if (fresh) send_prepare(exchange, query, *fresh);
    send_run(exchange, query, fresh ? *fresh : *prepared, parameters);
    std::vector<Answer> answers = receive_all(exchange);
    // Prepared statements outlive a transaction that fails.
    if (fresh && !is_error(answers[exchange.count - 2].get())) (void)keep(query, std::move(*fresh));
    Answer answer = last_of(answers, exchange.names);
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK ||
        !std::string_view(PQcmdStatus(answer.get())).starts_with("SELECT"))
        changed_ = true;
    return answer;
}

Answer Connection::try_to_prepare(const Query& query, const Prepared& candidate) {
    Exchange exchange;
    send_begin(exchange);
    send_text(exchange, savepoint_before_prepare);
    send_prepare(exchange, query, candidate);
    std::vector<Answer> answers = receive_all(exchange);
    const bool failed_before = is_error(answers[exchange.count - 2].get());
    if (failed_before) fail(answers[exchange.count - 2].get(), query.name);
    Answer outcome = std::move(answers.back());
    Exchange after;
    if (is_error(outcome.get())) send_text(after, "ROLLBACK TO poa_prepare");
    send_text(after, "RELEASE poa_prepare");
    (void)receive(after);
    return outcome;
}

/// PostgreSQL finds the type of most NULLs from where they stand; where it cannot ("$1 IS NULL"), the four
/// kinds are tried. A failed try aborts the transaction, hence the savepoint; all this once for a text and
/// connection.
const Connection::Prepared& Connection::prepare_with_nulls(const Query& query,
                                                           std::span<const Parameter> parameters) {
    Prepared candidate{fmt::format("q{}", ++names_), types_of(parameters)};
    std::size_t undecided = 0; // the placeholder whose kinds are being tried
    for (;;) {
        const Answer outcome = try_to_prepare(query, candidate);
        if (!is_error(outcome.get())) return keep(query, std::move(candidate));
        const std::string_view state = state_of(outcome.get());
        const std::size_t named = placeholder_in(PQresultErrorMessage(outcome.get()));
        const bool is_ambiguous = state == "42P18" || state == "42P08";
        if (is_ambiguous && named >= 1 && named <= parameters.size() && candidate.types[named - 1] == 0)
            candidate.types[undecided = named - 1] = type_of(Parameter::Kind::integer);
        else if (undecided < candidate.types.size() && next_type(candidate.types[undecided]) != 0 &&
                 parameters[undecided].kind() == Parameter::Kind::null)
            candidate.types[undecided] = next_type(candidate.types[undecided]);
        else
            fail(outcome.get(), query.name);
    }
}

void Connection::script(const std::string& sql) {
    if (is_lost()) lose("storage.script");
    read_late_answers();
    if (pending_begin_ != nullptr) {
        Exchange exchange;
        send_begin(exchange);
        (void)receive(exchange);
    }
    if (PQexitPipelineMode(handle_.get()) != 1) lose("storage.script");
    const Answer answer(PQexec(handle_.get(), sql.c_str()));
    changed_ = true;
    if (is_error(answer.get())) note_loss(answer.get());
    if (PQenterPipelineMode(handle_.get()) != 1) lost_ = true;
    if (is_error(answer.get())) fail(answer.get(), "storage.script");
}

void Connection::finish_reading() {
    pending_begin_ = nullptr;
    if (!in_transaction_) return;
    in_transaction_ = changed_ = false;
    Exchange exchange;
    send_text(exchange, "COMMIT");
    sync();
    answers_late_ = true;
}

void Connection::commit(const std::string& notify) {
    pending_begin_ = nullptr;
    if (!in_transaction_) return;
    Exchange exchange;
    if (changed_) send_text(exchange, notify.c_str());
    send_text(exchange, "COMMIT");
    const Answer answer = receive(exchange);
    in_transaction_ = changed_ = false;
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
        throw DatabaseError(DatabaseError::Kind::other, "",
                            "storage.commit: the transaction had failed before, and was rolled back");
}

void Connection::roll_back() noexcept {
    pending_begin_ = nullptr;
    if (!in_transaction_ || is_lost()) return;
    in_transaction_ = changed_ = false;
    try {
        Exchange exchange;
        send_text(exchange, "ROLLBACK");
        (void)receive(exchange);
    } catch (...) {
        lost_ = true; // the server rolls back what a closed connection has begun
    }
}

} // namespace poa::storage::postgres
