// SPDX-License-Identifier: Apache-2.0
#include "layers/report/tool.hpp"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <sstream>

#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"
#include "layers/report/xml.hpp"

extern char** environ;  // NOLINT: of POSIX

namespace redline {
namespace {

constexpr std::size_t REASON_SHOWN = 300;
constexpr int NOT_FOUND = 127;

// A file in memory, without a name: no pipe can fill up, and no folder for temporary files is needed.
class Scratch {
 public:
  explicit Scratch(std::string_view content = {}) : m_file(::fdopen(::memfd_create("redline", MFD_CLOEXEC), "w+b")) {
    bool const written = m_file && std::fwrite(content.data(), 1, content.size(), m_file.get()) == content.size();
    if (!written || std::fflush(m_file.get()) != 0)
      throw Error(ErrorKind::output, "write.failed", {"memfd", std::strerror(errno)});
    std::rewind(m_file.get());
  }
  int handle() const { return fileno(m_file.get()); }
  std::string content() const {
    std::string out;
    std::rewind(m_file.get());
    std::array<char, 1 << 16> buffer;  // NOLINT: filled by fread
    while (auto const n = std::fread(buffer.data(), 1, buffer.size(), m_file.get())) out.append(buffer.data(), n);
    return out;
  }

 private:
  struct Close {
    void operator()(std::FILE* f) const noexcept { static_cast<void>(std::fclose(f)); }
  };
  std::unique_ptr<std::FILE, Close> m_file;
};

struct Actions {
  posix_spawn_file_actions_t actions{};
  Actions() { posix_spawn_file_actions_init(&actions); }
  ~Actions() { posix_spawn_file_actions_destroy(&actions); }
  Actions(Actions const&) = delete;
  Actions& operator=(Actions const&) = delete;
};

int spawn(std::vector<std::string>& words, Scratch const& in, Scratch const& out, Scratch const& errors) {
  std::vector<char*> argv(words.size() + 1, nullptr);
  std::transform(words.begin(), words.end(), argv.begin(), [](std::string& w) { return w.data(); });
  Actions a;
  posix_spawn_file_actions_adddup2(&a.actions, in.handle(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&a.actions, out.handle(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&a.actions, errors.handle(), STDERR_FILENO);
  pid_t child = 0;
  if (posix_spawnp(&child, argv[0], &a.actions, nullptr, argv.data(), environ) != 0) return NOT_FOUND;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

std::string run_tool(Tool const& tool, std::vector<std::string> arguments, std::string_view input,
                     std::string const& for_path) {
  arguments.insert(arguments.begin(), tool.program);
  Scratch const in(input), out, errors;
  auto const status = spawn(arguments, in, out, errors);
  throw_if_interrupted();
  if (status == NOT_FOUND) throw Error(ErrorKind::output, "report.no_tool", {for_path, tool.program, tool.package});
  if (status != 0) {
    auto reason = errors.content();
    if (reason.size() > REASON_SHOWN) reason = reason.substr(reason.size() - REASON_SHOWN);
    throw Error(ErrorKind::output, "report.tool_failed",
                {for_path, tool.program, std::to_string(status) + " " + valid_text(reason)});
  }
  return out.content();
}

bool has_tool(Tool const& tool) {
  auto const* path = std::getenv("PATH");
  std::stringstream folders(path ? path : "/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((folder + "/" + tool.program).c_str(), X_OK) == 0) return true;
  return false;
}

bool has_chinese_font() {
  return has_tool(FC_LIST) && !run_tool(FC_LIST, {":lang=zh-cn", "family"}, {}, FC_LIST.program).empty();
}

void need_chinese_font(std::string const& for_path) {
  if (run_tool(FC_LIST, {":lang=zh-cn", "family"}, {}, for_path).empty())
    throw Error(ErrorKind::output, "report.no_font", {for_path});
}

}  // namespace redline
