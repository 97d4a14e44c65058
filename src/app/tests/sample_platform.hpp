// SPDX-License-Identifier: Apache-2.0
#pragma once
// A whole platform on a folder of its own, with invented documents and one signed-in person for every role.

#include "app/wiring.hpp"
#include "capabilities/identity/role.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace poa::app::test {

/// A folder that goes when it is no longer used.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// One answer as it came over the wire.
struct Answered {
    int status = 0;
    http::Headers headers;
    std::string body;
};

/// What a data folder holds, served on a loopback port.
class ServedFolder {
  public:
    explicit ServedFolder(const std::filesystem::path& folder);
    ~ServedFolder();
    ServedFolder(const ServedFolder&) = delete;
    ServedFolder& operator=(const ServedFolder&) = delete;

    /// Sends these bytes and reads to the end of the connection.
    [[nodiscard]] Answered exchange(const std::string& bytes) const;
    /// JSON there and back; `token` empty: nobody is signed in.
    [[nodiscard]] Answered send(const std::string& method, const std::string& target,
                                const std::string& body = {}, const std::string& token = {}) const;
    [[nodiscard]] Platform& platform() { return platform_; }

  private:
    Platform platform_;
    http::Server server_;
    std::thread serving_;
};

/// A copy of what is prepared once for the whole program: the documents of samples/ and a person for every
/// role, each signed in. State roles are held for France, the organisation's for the CyberPeace Institute;
/// "person" held a role once. What they "did" is invented.
class SamplePlatform {
  public:
    SamplePlatform();
    [[nodiscard]] ServedFolder& served() { return *served_; }
    /// Bearer tokens by role ("secretariat", "head_of_delegation" ...); "visitor" has an empty one.
    [[nodiscard]] static const std::map<std::string, std::string>& tokens();
    static constexpr const char* password = "seven quiet rivers meet";
    /// The address of who signs in for a role.
    [[nodiscard]] static std::string email_of(const std::string& role) { return role + "@example.org"; }

  private:
    TemporaryFolder folder_;
    std::unique_ptr<ServedFolder> served_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& file);

} // namespace poa::app::test
