// SPDX-License-Identifier: Apache-2.0
#pragma once
// The public files of a ledger, wherever they are: what verification reads, and all it reads.

#include "storage/database.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace poa::ledger {

class PublicFiles {
  public:
    virtual ~PublicFiles() = default;
    /// The file at `path` below the ledger's prefix ("checkpoint", "tile/0/000.p/3"); nothing where there is
    /// none. Throws MachineFailure where that cannot be found out.
    [[nodiscard]] virtual std::optional<std::string> get(std::string_view path) = 0;
};

/// Out of a database, through the same queries that serve them.
class DatabaseFiles final : public PublicFiles {
  public:
    explicit DatabaseFiles(storage::Database& database) : database_(database) {}
    [[nodiscard]] std::optional<std::string> get(std::string_view path) override;

  private:
    storage::Database& database_;
};

/// Over HTTP or HTTPS from another machine, one connection kept open.
class HttpFiles final : public PublicFiles {
  public:
    struct Limits {
        long connect_seconds = 10;
        long answer_seconds = 60;     ///< one file, from beginning to end
        int tries = 3;                ///< where the network or the server fails, not where it says no
        int pause_milliseconds = 500; ///< before the second try; doubled before each further one
    };
    /// The platform's address, e.g. "https://poa.example.org": files are asked for below "<address>/ledger/".
    /// Throws MachineFailure where it is no http or https address.
    HttpFiles(std::string address, Limits limits);
    explicit HttpFiles(std::string address) : HttpFiles(std::move(address), Limits{}) {}
    ~HttpFiles() override;
    [[nodiscard]] std::optional<std::string> get(std::string_view path) override;

  private:
    struct Connection;
    std::string prefix_;
    Limits limits_;
    std::unique_ptr<Connection> connection_;
};

} // namespace poa::ledger
