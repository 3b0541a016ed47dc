# Posterior probability of every subset of five candidates, each evidence from dense matrices:
# b | s2 ~ prod b_j^2 N(b_j; 0, tau^2 s2) / (tau^2 s2), the joint moment taken as the product of the coefficients' own.
# Writes models-data.csv (y, x1..x5) and models.csv (candidate, probability).
set.seed(20260105)
n <- 60; tau <- 0.25
X <- matrix(round(rnorm(n * 5), 3), n)
X[, 2] <- round(0.8 * X[, 1] + 0.6 * X[, 2], 3)
y <- round(0.45 * X[, 1] - 0.3 * X[, 4] + rnorm(n), 3)
write.csv(data.frame(y, X), "models-data.csv", row.names = FALSE, quote = FALSE)
df <- n - 1
score <- function(S) {
  if (!length(S)) return(-0.5 * df * log(sum(y^2)))
  A <- crossprod(X[, S, drop = FALSE]) + diag(length(S)) / tau^2
  b <- solve(A, crossprod(X[, S, drop = FALSE], y))
  rss <- sum(y^2) - sum(b * crossprod(X[, S, drop = FALSE], y))
  moment <- sum(log((b^2 / (rss / df) + diag(solve(A))) / tau^2))
  moment - 0.5 * (determinant(A)$modulus + 2 * length(S) * log(tau)) - 0.5 * df * log(rss) - 1.5 * length(S)
}
sets <- lapply(0:31, function(i) which(bitwAnd(i, 2^(0:4)) > 0))
s <- sapply(sets, score)
w <- exp(s - max(s)); w <- w / sum(w)
out <- data.frame(candidate = 1:5, probability = sapply(1:5, function(j) sum(w[sapply(sets, function(S) j %in% S)])))
write.csv(format(out, digits = 12), "models.csv", row.names = FALSE, quote = FALSE)
