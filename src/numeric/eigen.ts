import { PCA } from "ml-pca";

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix, by ml-pca (tridiagonalisation and QL in double).
 *
 * @param matrix size × size, row-major; only its symmetric part counts
 * @returns values, largest first, and vectors as columns of a size × size row-major matrix
 */
export function smallEigen(matrix: ArrayLike<number>, size: number): { values: Float64Array; vectors: Float64Array } {
  const rows = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (matrix[i * size + j] + matrix[j * size + i]) / 2),
  );
  const pca = new PCA(rows, { isCovarianceMatrix: true });
  const values = Float64Array.from(pca.getEigenvalues());
  const columns = pca.getEigenvectors();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) vectors[i * size + j] = columns.get(i, j);
  return { values, vectors };
}
