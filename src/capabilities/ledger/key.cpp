// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/key.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/ledger/durable_file.hpp"

#include <fmt/core.h>

#include <sys/stat.h>

namespace poa::ledger {

std::string default_origin(const VerifierKey& key) {
    return "localhost/poa/" + sha256(Bytes(key.public_key)).hex().substr(0, 12);
}

SigningKey make_key_file(const std::filesystem::path& file, std::string origin) {
    if (!origin.empty() && !is_key_name(origin))
        throw MachineFailure(fmt::format("\"{}\" cannot name a ledger: no spaces, no plus sign.", origin));
    SigningKey key = SigningKey::generate("localhost");
    key = key.named(origin.empty() ? default_origin(key.verifier()) : std::move(origin));
    if (std::filesystem::exists(file))
        throw MachineFailure(
            fmt::format("{} exists already. A ledger keeps its key: move it away only to begin "
                        "another ledger.",
                        file.string()));
    std::string line(key.text().reveal());
    write_durably(file, line + '\n', Existing::keep);
    Secret wiped(std::move(line));
    return key;
}

SigningKey load_key_file(const std::filesystem::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0)
        throw MachineFailure(
            fmt::format("The ledger's signing key {} cannot be found. Restore it, or make a new "
                        "ledger with `poa init`.",
                        file.string()));
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw MachineFailure(fmt::format("The ledger's signing key {0} can be read by others than its owner. "
                                         "Run: chmod 600 {0}",
                                         file.string()));
    auto content = read_small_file(file, 4096);
    Secret text(std::string(trim(content.value_or(std::string()))));
    auto key = SigningKey::parse(text);
    if (!key)
        throw MachineFailure(
            fmt::format("{} is not a signing key (PRIVATE+KEY+name+id+key on one line).", file.string()));
    return std::move(*key);
}

std::filesystem::path guard_file_of(const std::filesystem::path& key_file) {
    std::filesystem::path guard = key_file;
    guard += ".guard";
    return guard;
}

} // namespace poa::ledger
