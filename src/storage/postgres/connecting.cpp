// SPDX-License-Identifier: Apache-2.0
#include "storage/postgres/connection.hpp"

namespace poa::storage::postgres {

namespace {

/// Words of the connection without what the address may hold: libpq never repeats the password.
void run_at_start(PGconn* handle, const std::string& sql) {
    const Answer answer(PQexec(handle, sql.c_str()));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(answer.get(), "storage.connect");
}

} // namespace

std::string quoted_schema(const std::string& schema) {
    const bool fits = !schema.empty() && schema.size() <= 40 &&
                      schema.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!fits)
        throw MachineFailure(
            fmt::format("\"{}\" cannot name a schema: 1 to 40 lower-case ASCII letters, digits and "
                        "underlines, please.",
                        schema));
    return '"' + schema + '"';
}

Handle connect(const Settings& settings) {
    // After the address, so that it cannot say otherwise; a dead peer is noticed within some 30 seconds.
    const char* const names[] = {
        "dbname",          "client_encoding",     "application_name", "connect_timeout",
        "keepalives_idle", "keepalives_interval", "keepalives_count", nullptr};
    const char* const values[] = {settings.address.c_str(), "UTF8", "poa", "5", "10", "5", "4", nullptr};
    Handle handle(PQconnectdbParams(names, values, 1));
    if (!handle || PQstatus(handle.get()) != CONNECTION_OK)
        fail_unavailable(handle ? PQerrorMessage(handle.get()) : "no memory", "storage.connect");
    PQsetNoticeProcessor(
        handle.get(), [](void*, const char*) {}, nullptr);
    // An answer that is given after the commit promises that it lasts. Stronger settings of the operator
    // stay.
    run_at_start(handle.get(), "SELECT set_config('synchronous_commit', 'on', false) "
                               "WHERE current_setting('synchronous_commit') = 'off'");
    if (!settings.schema.empty())
        run_at_start(handle.get(), "SET search_path TO " + quoted_schema(settings.schema));
    return handle;
}

} // namespace poa::storage::postgres
