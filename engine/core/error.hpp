// An error with a stable code (its text key), a cause for the exit status, and a hint on what to do.
// Thrown for what stops a run; what can be carried on with is a Finding. The hint is the text `CODE.hint`, if there.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <exception>
#include <string>
#include <vector>

#include "engine/core/text.hpp"

namespace redline {

enum class ErrorKind { usage = 2, input = 3, output = 4, invariant = 5, interrupted = 130 };

class Error : public std::exception {
 public:
  Error(ErrorKind kind, std::string code, std::vector<std::string> args = {});
  ErrorKind kind() const noexcept { return m_kind; }
  int exit_status() const noexcept { return static_cast<int>(m_kind); }
  Message const& message() const noexcept { return m_message; }
  std::string text(Language language) const;  // message and hint
  char const* what() const noexcept override { return m_what.c_str(); }

 private:
  ErrorKind m_kind;
  Message m_message;
  std::string m_what;
};

// Raised by geometry and transformation code that does not know which feature it works on;
// the caller turns it into a finding or an Error that names file, layer and feature.
class GeometryError : public std::exception {
 public:
  GeometryError(std::string operation, std::string reason);
  std::string const& operation() const noexcept { return m_operation; }
  std::string const& reason() const noexcept { return m_reason; }
  char const* what() const noexcept override { return m_what.c_str(); }

 private:
  std::string m_operation, m_reason, m_what;
};

}  // namespace redline
